import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { sources } from "../../system/schema/sources.ts";
import { note, text, version } from "../../system/schema/texts.ts";
import { adjustment } from "./adjustment.ts";
import { change } from "./change.ts";
import { intervention, interventionOfCode, use } from "./intervention.ts";
import { id } from "./texts.ts";
import { uncertainties } from "./uncertainty.ts";

/** The kinds in the order in which a scenario made of several is taken for one: what is partly a risk is a risk. */
export const SCENARIO_KINDS = ["risk", "what-if", "plan"] as const;

/**
 * What a scenario is. A `plan` is something that can be done, and has interventions. A `risk` is something that may happen,
 * and nobody's choice. A `what-if` is a size to try.
 */
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

const kind = z
  .enum(SCENARIO_KINDS)
  .optional()
  .describe("plan: something that can be done; risk: something that may happen; what-if: a size to try");
const shrinking = z
  .enum(["on", "off"])
  .optional()
  .describe("off takes effects as found, without shrinking them for weak evidence");

/** Where something stands in a file: line and column, by path. */
type Positions = Readonly<Record<string, readonly [number, number]>>;

const read = keyed({
  id: text.optional(),
  title: text.optional(),
  /** A plan, a risk or a what-if; when left out, a plan if it has interventions and a what-if if it has none. */
  kind,
  /** The question it answers. */
  question: text.optional(),
  note: text.optional(),
  /** Path of the system file as written. */
  system: text.optional(),
  /** `off` takes effects as they were found, without shrinking them for weak evidence. */
  evidence: shrinking,
  /** Numbers that somebody sets by judgement. */
  adjustments: z.array(adjustment).optional(),
  /** Changes that are made without further ado, as an analyst does. */
  changes: z.array(change).optional(),
  assumptions: z.array(change).optional(),
  interventions: z.array(interventionOfCode).optional(),
  uncertainties: uncertainties.optional(),
  /** The sources that its evidence names. */
  sources: sources.optional(),
  /** Words of its files that a later version will not know, one sentence each. */
  notes: z.array(z.string()).optional(),
  file: z.string().optional(),
  /** Line and column of each value of its file, by path. */
  positions: z.custom<Positions>().optional(),
});

/** What to run a system under: assumptions and interventions. Plain data; every `use` and `extends` is already resolved. */
export interface Scenario extends z.output<typeof read> {}

/** A scenario as code holds it. What was read from a file is one too. */
export const scenarioData: z.ZodType<Scenario> = read;

/** The JSON Schema of a part that is told apart by hand; what it refers to stands in the schema of the whole. */
function part(type: z.ZodType): object {
  const { $schema: _, $defs: _d, ...schema } = z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
  return schema;
}

/** A scenario file as planners write it. */
export const scenarioFile = keyed({
  cadre: version,
  id: id.describe("Short name of the scenario; its file has the same"),
  title: text.describe("Name of the scenario, as results show it"),
  system: text.describe("Path of the system file"),
  kind,
  question: text.optional().describe("The question it answers"),
  note,
  extends: z
    .union([id, z.array(id).min(1)], { error: "The id of another scenario of the same folder, or a list of ids." })
    .optional()
    .describe("Another scenario of the same folder, or several, whose changes come first"),
  evidence: shrinking,
  adjustments: z
    .array(adjustment)
    .optional()
    .describe("Numbers set by judgement: which, to what, who, why and until when"),
  assumptions: z.array(change).default([]).describe("What is supposed of the world: nobody's choice"),
  // An intervention of its own or one of the catalogue: told apart by `use`, so that a typo keeps its own error.
  interventions: z
    .array(
      z.unknown().meta({
        description: "An intervention, or { use: id } for one of the catalogue.",
        anyOf: [part(use), part(intervention)],
      }),
    )
    .default([])
    .describe("What is done, each one an intervention written out or one of the catalogue"),
  uncertainties: uncertainties.default([]).describe("Numbers that are not known exactly, each with a distribution"),
  sources: sources.default({}),
});
