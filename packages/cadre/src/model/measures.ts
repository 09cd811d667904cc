import { checkArguments, list, oneOf } from "../error/shape.ts";
import { COST_MEASURES } from "./cost-measures.ts";
import type { CountedFacts, MeasureFacts, WholeMeasure } from "./measure-facts.ts";
import { STAFF_FLOWS, STAFF_STOCKS } from "./staff-measures.ts";
import { TRAINING_MEASURES } from "./training-measures.ts";
import { COUNTS, type Counts, type UnitWords, unitFor } from "./units.ts";

/** Every measure of a result, once, by the name it has in `results.csv` and in its order. */
export const MEASURES = { ...STAFF_STOCKS, ...STAFF_FLOWS, ...COST_MEASURES, ...TRAINING_MEASURES } as const;

type Table = typeof MEASURES;

/** A measure of a result, by the name it has in `results.csv`. */
export type Measure = keyof Table;

/** The measures whose facts say so. */
type Having<Facts> = { [M in Measure]: Table[M] extends Facts ? M : never }[Measure];

/** A measure that is one counted measure over another. */
export type RatioMeasure = Having<{ readonly kind: "ratio" }>;
/** A measure that is counted, and adds up over pools. */
export type CountedMeasure = Exclude<Measure, RatioMeasure>;
type CountedOf<What extends "pools" | "pipelines"> = {
  [M in CountedMeasure]: What extends Table[M]["of"][number] ? M : never;
}[CountedMeasure];
/** A measure that is counted of pools. */
export type CountedPoolMeasure = CountedOf<"pools">;
/** A measure that is counted of pipelines. */
export type CountedPipelineMeasure = CountedOf<"pipelines">;
/** A measure of pools, whether counted or worked out from what is counted of them. */
export type PoolMeasure =
  | CountedPoolMeasure
  | { [M in RatioMeasure]: Table[M]["upper"] extends CountedPoolMeasure ? M : never }[RatioMeasure];
/** A measure that the system has some of beside its pools. */
export type SystemMeasure = Having<{ readonly ofSystem: true }>;
/** A measure that is known by sex, age and tenure. */
export type AgeMeasure = Having<{ readonly byAge: true }>;

/** What a measure comes to: a ratio cannot be worked out where there is nothing to divide by. */
export type ValueOf<M extends Measure> = M extends RatioMeasure ? number | undefined : number;

/** Every measure in the order of the table. */
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/** Whether a text names a measure. */
export const isMeasure = (name: string): name is Measure => typeof name === "string" && Object.hasOwn(MEASURES, name);

/**
 * Whether a measure is one counted measure over another. A measure that is none is a `CadreError`.
 *
 * @example
 * ```ts
 * import { isRatio } from "cadre/measures";
 * isRatio("vacancyRate"); // true
 * ```
 */
export function isRatio(measure: Measure): measure is RatioMeasure {
  checkMeasure(measure);
  return MEASURES[measure].kind === "ratio";
}

/** Asked of every number of a result, so that a name that is right costs next to nothing. */
function checkMeasure(measure: Measure): void {
  if (!isMeasure(measure)) checkArguments({ measure }, { measure: oneOf(MEASURE_NAMES) });
}

/**
 * Whether a measure is counted at reference dates, and not over model years.
 *
 * @example
 * ```ts
 * import { isStock } from "cadre/measures";
 * isStock("headcount"); // true
 * isStock("leavers"); // false
 * ```
 */
export function isStock(measure: Measure): boolean {
  return isRatio(measure) ? isStock(MEASURES[measure].upper) : MEASURES[measure].kind === "stock";
}

/** What a measure is counted of; where a group has both, the first. */
export function countedOf(measure: Measure): CountedFacts["of"] {
  return isRatio(measure) ? countedOf(MEASURES[measure].upper) : MEASURES[measure].of;
}

/** Every measure of pools in the order of the table. */
export const POOL_MEASURES: readonly PoolMeasure[] = MEASURE_NAMES.filter((name): name is PoolMeasure =>
  countedOf(name).includes("pools"),
);

/** Every measure that is known by sex, age and tenure. */
export const AGE_MEASURES: readonly AgeMeasure[] = MEASURE_NAMES.filter((name): name is AgeMeasure => {
  const facts: MeasureFacts = MEASURES[name];
  return facts.kind !== "ratio" && facts.byAge === true;
});

type PartOf<W extends WholeMeasure> = {
  [M in CountedPoolMeasure]: Table[M] extends { readonly partOf: W } ? M : never;
}[CountedPoolMeasure];

/** The parts of a measure, in the order of the table. */
export const partsOf = <W extends WholeMeasure>(whole: W): readonly PartOf<W>[] =>
  MEASURE_NAMES.filter((name): name is PartOf<W> => {
    const facts: MeasureFacts = MEASURES[name];
    return facts.kind !== "ratio" && facts.partOf === whole;
  });

/**
 * The unit of a measure for pools that count so: people, unless told otherwise. A measure that is none is a `CadreError`.
 * Of a result, `result.unit` knows what its pools count.
 *
 * @example
 * ```ts
 * import { unitOf } from "cadre/measures";
 * unitOf("gap").short; // "FTE"
 * unitOf("gap", ["jobs"]).short; // "jobs"
 * ```
 */
export function unitOf(measure: Measure, counted: readonly Counts[] = []): UnitWords {
  checkMeasure(measure);
  checkArguments({ counted }, { counted: list(oneOf(COUNTS)) });
  return unitFor(MEASURES[measure].unit, counted);
}
