import type { ParameterFacts } from "../model/parameter-facts.ts";
import type { Result } from "../projection/result.ts";
import type { CourseStart } from "../supply/courses.ts";
import { monthsAfter } from "../table/dates.ts";
import type { ReadyLever } from "./lever-range.ts";
import type { ReadyTarget } from "./target.ts";

/** What stands in the way of a target. */
export interface Obstacle {
  readonly kind:
    | "begins-too-late"
    | "course-too-long"
    | "nobody-joins"
    | "pool-empty"
    | "market-bound"
    | "at-bound"
    | "without-effect"
    | "against-each-other";
  /** In a planner's words, one sentence. */
  readonly words: string;
}

/** Fewer heads than this are rounding. */
const NOTICEABLE = 0.01;

/** Whatever keeps a lever from meeting a target: `result` is the run that came nearest, with the lever at `value`. */
export function obstaclesOf(
  lever: ReadyLever,
  value: number,
  target: ReadyTarget,
  result: Result,
  effect: number,
): Obstacle[] {
  const { from } = lever.lever;
  if (from !== undefined && from > target.year) {
    const words = `${lever.lever.parameter} is not moved before ${from}, and the target is for ${target.year}.`;
    return [{ kind: "begins-too-late", words }];
  }
  const found = [
    ...ofCourse(lever, target, result),
    ...ofMarket(lever.facts, target, result),
    ...atBound(lever, value, effect),
  ];
  if (found.length > 0) return found;
  const { parameter } = lever.lever;
  const idle =
    Math.abs(effect) < NOTICEABLE * 1e-6
      ? `${parameter} does nothing to ${target.measure} of ${target.pool} by ${target.year}: ${lever.facts.idle}.`
      : `Beyond this value ${parameter} does nothing more to ${target.measure} of ${target.pool} by ${target.year}.`;
  return [{ kind: "without-effect", words: idle }];
}

function ofCourse({ lever }: ReadyLever, target: ReadyTarget, result: Result): Obstacle[] {
  const { resolved, projection } = result.data;
  const id = /^pipelines\.([^.]+)\./.exec(lever.parameter)?.[1];
  const index = resolved.joiners.courses.findIndex((course) => course.id === id);
  const course = resolved.joiners.courses[index];
  if (!course) return [];
  const { months, title } = course;
  const january = monthsAfter(resolved.system.calendar.base, 0, 1);
  const startYear = ({ month }: CourseStart) => Math.floor((month - january) / 12);
  const first = lever.from ?? result.years[0]!;
  const starts = course.starts.filter((start) => startYear(start) >= first);
  const until = 12 * (target.year - result.base);
  const soonest = Math.min(...starts.map(({ month }) => month + months));
  if (soonest > until) {
    const words = `“${title}” lasts ${months} months: nobody who starts from ${first} on has finished by ${result.referenceDate} ${target.year}.`;
    return [{ kind: "course-too-long", words }];
  }
  const group = result.groups.find((one) => one.id === target.pool);
  const joining = starts.some(
    ({ completion, joins }) =>
      completion > 0 && joins.some(({ pool, share }) => share > 0 && group?.pools.includes(pool)),
  );
  if (!joining)
    return [{ kind: "nobody-joins", words: `Nobody who finishes “${title}” takes a post in ${target.pool}.` }];
  const short = projection.courses.slice(0, target.year - result.base);
  const missing = short.reduce((sum, year) => sum + year[index]!.missing, 0);
  if (missing < NOTICEABLE) return [];
  const words = `“${title}” takes its entrants out of pools that cannot spare so many: ${missing.toFixed(0)} fewer enter by ${target.year}.`;
  return [{ kind: "pool-empty", words }];
}

function ofMarket({ parts }: ParameterFacts, { pool: id, year }: ReadyTarget, result: Result): Obstacle[] {
  if (!parts.includes("recruits") && !parts.includes("markets")) return [];
  const { resolved, projection } = result.data;
  const pools = result.groups.find((group) => group.id === id)?.pools ?? [];
  return resolved.joiners.markets.flatMap((market, m): Obstacle[] => {
    const mine = pools.filter((p) => resolved.joiners.recruits[p]!.market === m);
    let short = 0;
    for (let y = 0; y < year - result.base; y++)
      for (const p of mine) {
        const at = y * resolved.pools.length + p;
        short += Math.max(0, projection.wanted[at]! - projection.market[at]!);
      }
    if (short < NOTICEABLE) return [];
    const words = `The labour market “${market.id}” has no more recruits: ${short.toFixed(0)} fewer come than are wanted by ${year}.`;
    return [{ kind: "market-bound", words }];
  });
}

function atBound({ lever, low, high, kind }: ReadyLever, value: number, effect: number): Obstacle[] {
  if ((value !== low && value !== high) || Math.abs(effect) < NOTICEABLE * 1e-6) return [];
  const words = `${lever.parameter} (${kind}) is at the end of its range, ${value}.`;
  return [{ kind: "at-bound", words }];
}
