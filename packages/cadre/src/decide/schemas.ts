import * as z from "zod";
import { checksFile } from "../against/checks-file.ts";
import { assuranceFile } from "../assure/assurance-file.ts";
import { interventionFile } from "../scenario/schema/intervention.ts";
import { scenarioFile } from "../scenario/schema/scenario.ts";
import { scheduleFile } from "../system/schema/schedule.ts";
import { systemFile } from "../system/schema/system-file.ts";
import { planFile } from "./plan-schema.ts";
import { staffingFile } from "./staffing-file.ts";

/**
 * Keys are texts in JSON. In YAML a year or a level is a whole number, and an editor would mark it as no text, so a schema
 * says nothing of keys that may be any text, and of others only their form.
 */
const anyKey = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  const keys = jsonSchema.propertyNames;
  if (typeof keys !== "object") return;
  delete keys.type;
  if (Object.keys(keys).length === 0) delete jsonSchema.propertyNames;
};

/**
 * The JSON Schemas of the files planners write, by name: `system`, `schedule`, `checks`, `scenario`,
 * `intervention`, `plan`, `staffing` and `assurance`. An editor that reads the first line of a file completes and checks it with these.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from "cadre/schemas";
 * Object.keys(jsonSchemas()); // ["system", "schedule", "checks", "scenario", "intervention", "plan", "staffing", "assurance"]
 * ```
 */
export function jsonSchemas(): Record<
  "system" | "schedule" | "checks" | "scenario" | "intervention" | "plan" | "staffing" | "assurance",
  object
> {
  const schema = (title: string, type: z.ZodType) => ({
    title,
    ...z.toJSONSchema(type, { io: "input", unrepresentable: "any", override: anyKey }),
  });
  return {
    system: schema("Cadre system", systemFile),
    schedule: schema("Cadre schedule of rates by age: retirement, death", scheduleFile),
    checks: schema("Cadre checks", checksFile),
    scenario: schema("Cadre scenario", scenarioFile),
    intervention: schema("Cadre intervention", interventionFile),
    plan: schema("Cadre plan", planFile),
    staffing: schema("Cadre staffing", staffingFile),
    assurance: schema("Cadre assurance", assuranceFile),
  };
}
