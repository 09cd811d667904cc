import type { NumberRule } from "./rules.ts";

/** A part of a model that is worked out by itself; a draw works out again only what its numbers touch. */
export type ModelPart =
  | "rates"
  | "recruits"
  | "responses"
  | "demand"
  | "money"
  | "markets"
  | "courses"
  | "returners"
  | "abroad"
  | "planned"
  | "fte";

/** What is known of a parameter: a number, or a list of numbers, that a change, a question or a draw can name. */
export interface ParameterFacts {
  /** Where a system holds it, with `<…>` for a name or a place in a list; of several, the first that is there counts. */
  readonly at: readonly string[];
  /** What planners call it, in the middle of a sentence. */
  readonly words: string;
  /** What its number in a file can be: unit, limits, plausible range. */
  readonly rule: NumberRule;
  /** What the number that changes work on can be: the file's, or what the engine has made of it. */
  readonly used: NumberRule;
  /** Whose it is: each selected pool's, cell by cell or as a whole, or the system's. */
  readonly of: "cell" | "pool" | "system";
  /** Whether it may differ from year to year; a number of the base year has no dates. */
  readonly dated: boolean;
  /** Somebody decides it rather than finds it out: a plain number is a size, which weak evidence does not shrink. */
  readonly decided: boolean;
  /** Parts of the model that depend on it. */
  readonly parts: readonly ModelPart[];
  /** Whether the base year depends on the number in the file, and with it everything else. */
  readonly shapesBaseYear: boolean;
  /** Calibration works it out, beside the input as written. */
  readonly calibrated: boolean;
  /**
   * What a `set` states, where the engine works with something else than the file's number. Factors and additions work on
   * the engine's.
   */
  readonly setMeans?: string;
  /** The parameter of a file whose value in the engine this is: both may not be set at once. */
  readonly engineOf?: string;
  /** Why a change of it may come to nothing, after "nothing comes of it:". */
  readonly idle: string;
}

/** What is said of a parameter beside its rule, words and parts. */
export type More = Partial<ParameterFacts>;
/** Parameters by name. */
export type ParameterTable = Readonly<Record<string, ParameterFacts>>;

/** A number that may differ from year to year. */
export const dated = (
  rule: NumberRule,
  words: string,
  parts: readonly ModelPart[],
  more: More = {},
): ParameterFacts => ({
  at: [],
  words,
  rule,
  used: rule,
  of: "pool",
  dated: true,
  decided: false,
  parts,
  shapesBaseYear: false,
  calibrated: false,
  idle: "the number is zero there, and a factor does not change zero",
  ...more,
});

/** A number of the base year alone; everything rests on it unless `parts` says what does. */
export const undated = (
  rule: NumberRule,
  words: string,
  parts?: readonly ModelPart[],
  more: More = {},
): ParameterFacts => dated(rule, words, parts ?? [], { dated: false, shapesBaseYear: parts === undefined, ...more });

/** The same facts, with their place for those that give none. */
export const placed = <T extends ParameterTable>(under: string, table: T): T =>
  Object.fromEntries(
    Object.entries(table).map(([name, one]) => [name, { ...one, at: one.at.length > 0 ? one.at : [under + name] }]),
  ) as T;
