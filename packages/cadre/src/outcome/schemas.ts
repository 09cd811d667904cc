import { z } from "zod";
import { scheduleFile, systemFile } from "../system/schema.ts";
import { checksFile } from "./checks.ts";

/**
 * The JSON Schemas of the files planners write, by name: `system`, `schedule` and `checks`. An editor that reads the
 * first line of a file completes and checks it with these.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from "cadre";
 * Object.keys(jsonSchemas()); // ["system", "schedule", "checks"]
 * ```
 */
export function jsonSchemas(): Record<"system" | "schedule" | "checks", object> {
  const schema = (title: string, type: z.ZodType) => ({
    title,
    ...z.toJSONSchema(type, { io: "input", unrepresentable: "any" }),
  });
  return {
    system: schema("Cadre system", systemFile),
    schedule: schema("Cadre schedule of retirement or mortality", scheduleFile),
    checks: schema("Cadre checks", checksFile),
  };
}
