import { z } from "zod";
import { isRecord, reporter, show } from "../system/field/problem.ts";
import { parseNumber } from "../table/quantity.ts";
import type { Distribution } from "./distribution.ts";
import type { Effect } from "./types.ts";

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  normal: ["mean", "sd"],
  lognormal: ["median", "sd"],
  uniform: ["low", "high"],
  triangular: ["low", "mode", "high"],
  pert: ["low", "mode", "high"],
};
const number = { type: ["number", "string"] };

/** A number, a percentage, an 80% interval or a named distribution. */
export const effect = z
  .any()
  .meta({
    description: "A number or percentage; { p10, p90 }; or a distribution such as { normal: { mean, sd } }.",
    anyOf: [
      number,
      {
        type: "object",
        required: ["p10", "p90"],
        properties: { p10: number, p90: number },
        additionalProperties: false,
      },
      ...Object.entries(SHAPES).map(([name, keys]) => ({
        type: "object",
        required: [name],
        additionalProperties: false,
        properties: {
          [name]: {
            type: "object",
            required: [...keys],
            additionalProperties: false,
            properties: Object.fromEntries(keys.map((key) => [key, number])),
          },
        },
      })),
    ],
  })
  .transform((raw, context): Effect => {
    const report = reporter(context);
    const fail = (message: string, path: readonly PropertyKey[] = []): number => {
      report(
        {
          code: "bad-effect",
          message,
          value: show(raw),
          rule: "A number (0.9), a percentage (5%), an interval { p10: 0.8, p90: 0.95 }, or normal, lognormal, uniform, triangular or pert with its numbers.",
          fix: "Write it like multiply: 0.9, or multiply: { p10: 0.8, p90: 0.95 }.",
        },
        path,
      );
      return 0;
    };
    const read = (value: unknown, path: readonly PropertyKey[]): number => {
      if (typeof value === "number" && Number.isFinite(value)) return value;
      const found = typeof value === "string" ? parseNumber(value) : undefined;
      if (!found || (found.unit !== "" && found.unit !== "per year")) return fail("This is not a number.", path);
      return found.value;
    };
    if (!isRecord(raw)) return read(raw, []);
    const keys = Object.keys(raw);
    if ("p10" in raw || "p90" in raw) {
      if (keys.length !== 2 || !("p10" in raw) || !("p90" in raw)) return fail("An interval has p10 and p90.");
      const interval = { p10: read(raw.p10, ["p10"]), p90: read(raw.p90, ["p90"]) };
      return interval.p10 <= interval.p90 ? interval : fail("p10 is the smaller end of an interval.");
    }
    const [name] = keys;
    const wanted = SHAPES[name];
    const given = raw[name];
    if (keys.length !== 1 || !wanted || !isRecord(given)) return fail("This is no distribution that is known here.");
    if (wanted.some((key) => !(key in given)) || Object.keys(given).length !== wanted.length)
      return fail(`${name} has ${wanted.join(", ")}.`, [name]);
    const values = Object.fromEntries(wanted.map((key) => [key, read(given[key], [name, key])]));
    if ((values.sd ?? 0) < 0 || (values.low ?? 0) > (values.high ?? values.low ?? 0))
      return fail("These numbers contradict each other.", [name]);
    if (values.mode !== undefined && (values.mode < values.low || values.mode > values.high))
      return fail("The mode lies between low and high.", [name]);
    return { [name]: values } as unknown as Distribution;
  });
