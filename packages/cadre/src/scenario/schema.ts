import * as z from "zod";
import { keyed } from "../system/field/keyed.ts";
import { source } from "../system/schema/sources.ts";
import { effect, factor } from "./fields.ts";
import { SCENARIO_KINDS } from "./kind.ts";
import { checkMemberships } from "./memberships.ts";
import { checkIds } from "./same-uncertainty.ts";

const text = z.string().min(1, { error: "A text is wanted here; it is empty." }).max(2000);
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: "An id is lower-case words joined by hyphens, such as retention-first.",
});
const label = z.union([z.string(), z.number()], { error: "An age, a band or a class." }).transform(String);
const year = z.int().min(1900).max(2200);
const dates = {
  from: year.optional().describe("First model year, by the calendar year in which it ends"),
  until: year.optional().describe("Last model year"),
  over: z.int().min(1).max(50).optional().describe("Years until it works in full"),
};
const share = z.union([z.number(), z.string()], { error: "A share between 0% and 100%." }).transform((raw, context) => {
  const value =
    typeof raw === "number" ? raw : /^\d+(\.\d+)?%$/.test(raw.trim()) ? Number.parseFloat(raw) / 100 : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  context.addIssue({ code: "custom", message: `"${raw}" is not a share between 0% and 100%.` });
  return z.NEVER;
});

const where = keyed({
  pool: text.optional(),
  sector: text.optional(),
  employer: text.optional(),
  role: text.optional(),
  level: z.int().optional(),
  place: text.optional(),
  sex: text.optional(),
  age: label.optional(),
  tenure: label.optional(),
});

const CHANGE = {
  parameter: text.describe("What is changed, such as leaving.rate; cadre explain lists them"),
  where: where.optional(),
  ...dates,
  set: effect.optional(),
  multiply: factor.optional(),
  add: effect.optional(),
  variant: text.optional(),
  note: text.optional(),
};
const change = keyed(CHANGE);

const evidence = keyed({
  level: z.literal([0, 1, 2, 3, 4]).describe("Nesta Standards of Evidence; 0 is opinion"),
  source: text.optional(),
  at: text.optional(),
  finding: text.optional(),
  unknown: z.boolean().optional().describe("Nobody has measured the effect; its range is a guess"),
});

const cost = keyed({
  perYear: z.number().min(0).optional(),
  once: z.number().min(0).optional(),
  unit: z.literal("GBP").optional(),
  priceYear: year.optional(),
  note: text.optional(),
});

const LOCAL = {
  ...dates,
  reach: share.optional(),
  cost: cost.optional(),
  lead: text.optional(),
  note: text.optional(),
};
const INTERVENTION = {
  id,
  title: text,
  mechanism: text.optional(),
  evidence: evidence.optional(),
  changes: z.array(change),
  milestones: z
    .array(
      keyed({
        date: z.union([text, z.number()], { error: "A date, such as 2027 or 2027-03." }).transform(String),
        measure: text,
      }),
    )
    .optional(),
  places: z.array(text).optional(),
  ...LOCAL,
};

const MEMBERSHIP = {
  group: id.optional().describe("Uncertainties of the same group move together"),
  correlation: z
    .number({ error: "A correlation is a number from -1 to 1." })
    .min(-1, { error: "A correlation is a number from -1 to 1." })
    .max(1, { error: "A correlation is a number from -1 to 1." })
    .optional()
    .describe("How closely it moves with its group; below 0 the other way"),
};

/** An intervention in a scenario, or one of the catalogue with local changes. */
export const intervention = keyed(INTERVENTION);
export const use = keyed({ use: id, ...LOCAL });

/** The JSON Schema of a part that is told apart by hand; what it refers to stands in the schema of the whole. */
function part(type: z.ZodType): object {
  const { $schema: _, $defs: _d, ...schema } = z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
  return schema;
}

/** A file of the catalogue. */
export const interventionFile = keyed({
  cadre: z.literal(1),
  ...INTERVENTION,
  sources: z.record(z.string(), source).optional(),
});

const kind = z
  .enum(SCENARIO_KINDS)
  .optional()
  .describe("plan: something that can be done; risk: something that may happen; what-if: a size to try");
const shrinking = z
  .enum(["on", "off"])
  .optional()
  .describe("off takes effects as found, without shrinking them for weak evidence");
const uncertainties = z
  .array(
    keyed({
      ...CHANGE,
      id: id.optional(),
      // Shares of population variants.
      variant: z
        .union([text, z.record(z.string(), share)], { error: "The name of a variant, or variants with their shares." })
        .optional(),
      ...MEMBERSHIP,
    }),
  )
  .superRefine(checkIds)
  .superRefine(checkMemberships);

/** A scenario as code holds it. What was read from a file is one too. */
export const scenarioData = keyed({
  id: text.optional(),
  title: text.optional(),
  kind,
  question: text.optional(),
  note: text.optional(),
  system: text.optional(),
  evidence: shrinking,
  changes: z.array(change).optional(),
  assumptions: z.array(change).optional(),
  // An id of code need not be the name of a file.
  interventions: z.array(keyed({ ...INTERVENTION, id: text })).optional(),
  uncertainties: uncertainties.optional(),
  sources: z.record(z.string(), z.any()).optional(),
  notes: z.array(z.string()).optional(),
  file: z.string().optional(),
  positions: z.any().optional(),
});

/** A scenario file as planners write it. */
export const scenarioFile = keyed({
  cadre: z.literal(1),
  id,
  title: text,
  system: text.describe("Path of the system file"),
  kind,
  question: text.optional(),
  note: text.optional(),
  extends: z
    .union([id, z.array(id).min(1)], { error: "The id of another scenario of the same folder, or a list of ids." })
    .optional()
    .describe("Another scenario of the same folder, or several, whose changes come first"),
  evidence: shrinking,
  assumptions: z.array(change).default([]),
  // An intervention of its own or one of the catalogue: told apart by `use`, so that a typo keeps its own error.
  interventions: z
    .array(
      z.any().meta({
        description: "An intervention, or { use: id } for one of the catalogue.",
        anyOf: [part(use), part(intervention)],
      }),
    )
    .default([]),
  uncertainties: uncertainties.default([]),
  sources: z.record(z.string(), source).default({}),
});
