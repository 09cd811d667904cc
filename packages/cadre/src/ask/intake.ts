import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { baseYearOf, resolve } from "../plan/resolve.ts";
import { project } from "../projection/project.ts";
import { openResult } from "../projection/result.ts";
import type { System } from "../system/types.ts";

/** An intake that closes a gap. */
export interface IntakeToClose {
  /** Entrants a year, from the first intake the file gives. */
  readonly perYear: number;
  /** Entrants of each start, when the course starts in several months of the year. */
  readonly perStart: number;
  /** The gap that is left, in FTE; nought to a thousandth unless the pipeline cannot close it. */
  readonly gap: number;
}

const MOST_ROUNDS = 40;
const CLOSED = 1e-3;

/**
 * The yearly intake of a pipeline that closes the gap of a pool (or group) at the reference date of a year, everything
 * else unchanged. Undefined when more entrants do not narrow the gap, because nobody finishes in time or nobody joins.
 * Nought when there is no gap to close. Throws a `CadreError` when the pipeline, pool or year is not there.
 *
 * @example
 * ```ts
 * import { intakeToClose } from "cadre";
 * import { readSystem } from "cadre/node";
 * const academies = await readSystem("scenarios/north-west-academies/system.yaml");
 * const [pipeline] = Object.keys(academies.pipelines);
 * intakeToClose(academies, { pipeline, pool: "all", year: 2030 })?.perYear; // entrants a year
 * ```
 */
export function intakeToClose(
  system: System,
  { pipeline, pool = "all", year }: { pipeline: string; pool?: string; year: number },
): IntakeToClose | undefined {
  const course = system.pipelines[pipeline];
  if (!course)
    throw new CadreError({
      code: "unknown-pipeline",
      message: `There is no pipeline called "${pipeline}".`,
      value: pipeline,
      rule: `Known: ${Object.keys(system.pipelines).join(", ") || "none"}.`,
      fix: "Correct the id.",
      didYouMean: suggest(pipeline, Object.keys(system.pipelines)),
    });
  const first = Math.min(...Object.keys(course.intake.values).map(Number));
  const known = baseYearOf(system);
  const gapWith = (heads: number): number => {
    const intake = { ...course.intake, values: { [first]: heads } };
    const changed = { ...system, pipelines: { ...system.pipelines, [pipeline]: { ...course, intake } } };
    const resolved = resolve(changed, {}, known);
    return openResult({ resolved, projection: project(resolved) }).at({ pool, measure: "gap", year });
  };
  const answer = (perYear: number, gap: number) => ({ perYear, perStart: perYear / course.months.length, gap });
  let [low, lowGap] = [0, gapWith(0)];
  if (lowGap <= CLOSED) return answer(0, lowGap);
  let [high, highGap] = [100, gapWith(100)];
  if (highGap >= lowGap - 1e-9) return undefined;
  // Nearly a straight line: each secant is close, and closer where pools or markets bend it.
  for (let round = 0; round < MOST_ROUNDS && Math.abs(highGap) > CLOSED && highGap !== lowGap; round++) {
    const next = Math.max(0, high - (highGap * (high - low)) / (highGap - lowGap));
    [low, lowGap] = [high, highGap];
    [high, highGap] = [next, gapWith(next)];
  }
  return answer(high, highGap);
}
