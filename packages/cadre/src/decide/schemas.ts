import * as z from "zod";
import { checksFile } from "../against/checks-file.ts";
import { assuranceFile } from "../assure/assurance-file.ts";
import { interventionFile } from "../scenario/schema/intervention.ts";
import { scenarioFile } from "../scenario/schema/scenario.ts";
import { scheduleFile } from "../system/schema/schedule.ts";
import { systemFile } from "../system/schema/system-file.ts";
import { planFile } from "./plan-file.ts";
import { staffingFile } from "./staffing-file.ts";

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
    ...z.toJSONSchema(type, { io: "input", unrepresentable: "any" }),
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
