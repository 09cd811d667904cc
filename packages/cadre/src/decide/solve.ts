import { SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments } from "../error/shape.ts";
import type { System } from "../system/types.ts";
import type { Solution, SolvedLevers, TargetOutcome } from "./answer.ts";
import type { ReadyLever } from "./lever-range.ts";
import { obstaclesOf } from "./obstacles.ts";
import { findOne } from "./one-root.ts";
import { findSeveral } from "./several-roots.ts";
import { CLOSE_ENOUGH, measureOfTarget } from "./target.ts";
import { SOLVE_QUESTION, type SolveQuestion, Trials } from "./trials.ts";
import { wholeFrom } from "./whole.ts";

/** Well within what counts as met, so that the value put back as a change meets the target. */
export const CLOSE = CLOSE_ENOUGH / 100;

/**
 * What a lever has to be so that a measure of a pool or group meets a target by a year: the intake that closes a gap, the
 * leaving rate that halves it. A lever is any parameter that a change can name, with its `where`, `from` and `over`, and a
 * range in place of the number. Several levers are found together for as many targets.
 *
 * Every value is found by running the model. The answer is `value`, `not-needed` (the targets are met without the levers)
 * or `cannot-be-met`, with the values that come nearest and what stands in the way. With `whole: true` it is the least
 * whole number that will do. A target that is met by being beyond it counts as met.
 *
 * Throws a `CadreError` for levers and targets that do not fit the system. Method: docs/method/solve.md.
 *
 * @example
 * ```ts
 * import { readSystem } from "cadre/node";
 * import { solve } from "cadre/decide";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const answer = solve(cumbria, {
 *   levers: [{ parameter: "leaving.rate", where: { pool: "independent-care" }, from: 2021, over: 3, multiply: {} }],
 *   targets: [{ pool: "independent-care", year: 2030, atMost: 0.5, of: "unchanged" }],
 * });
 * answer.kind === "value" && answer.levers[0].value; // what the rate is to be multiplied by
 * ```
 */
export function solve(system: System, question: SolveQuestion): Solution {
  checkArguments({ system, question }, { system: SYSTEM, question: SOLVE_QUESTION });
  const { levers, targets } = question;
  if (levers.length === 0 || levers.length !== targets.length)
    throw new CadreError({
      code: "levers-and-targets",
      message: "There are not as many levers as targets.",
      value: `${levers.length} levers, ${targets.length} targets`,
      rule: "Each target needs its own lever, and there is at least one.",
      fix: "Add or remove a lever or a target.",
    });
  const trials = new Trials(system, question);
  const before = trials.read(trials.unchanged);
  const none = before.missing.every((one) => one <= CLOSE_ENOUGH);
  if (none) return { kind: "not-needed", targets: reachedOf(trials, before.reached), runs: trials.runs };
  const { met, values } = levers.length === 1 ? oneLever(trials) : severalLevers(trials);
  const result = trials.result(values);
  const { reached } = trials.read(result);
  const found: SolvedLevers = {
    levers: trials.levers.map(({ lever, kind }, i) => ({ parameter: lever.parameter, kind, value: values[i]! })),
    targets: reachedOf(trials, reached),
    scenario: trials.scenarioAt(values),
    runs: trials.runs,
  };
  if (met) return { kind: "value", ...found };
  // A lever that is of no use stands where it was; a step away from there shows why.
  const moved = values.map((value, i) => {
    const lever = trials.levers[i]!;
    return value === (lever.neutral ?? lever.low) ? Math.min(lever.high, value + stepOf(lever)) : value;
  });
  const shown = moved.every((value, i) => value === values[i]) ? result : trials.result(moved);
  const because = trials.levers.flatMap((lever, i) => {
    if (trials.read(result).missing[i]! <= CLOSE_ENOUGH) return [];
    return obstaclesOf(lever, values[i]!, trials.targets[i]!, shown, reached[i]! - before.reached[i]!);
  });
  return { kind: "cannot-be-met", because, ...found };
}

/** Where a search for a lever begins: where it changes nothing, or at the end of the range that is no use. */
export function startOf({ neutral, low, high }: ReadyLever, missing: (x: number) => number): number {
  if (neutral !== undefined) return Math.min(high, Math.max(low, neutral));
  return missing(low) <= CLOSE && missing(high) > CLOSE ? high : low;
}

/** A first step of a search, small beside the range. */
export const stepOf = ({ kind, low, high, whole }: ReadyLever): number =>
  whole ? 1 : Math.min((high - low) / 64, kind === "multiply" ? 0.05 : 1);

interface Values {
  readonly met: boolean;
  readonly values: readonly number[];
}

function oneLever(trials: Trials): Values {
  const lever = trials.levers[0]!;
  const known = new Map<number, number>();
  const missing = (x: number): number => {
    const value = known.get(x) ?? trials.at([x]).missing[0]!;
    known.set(x, value);
    return value;
  };
  const { low, high, whole } = lever;
  const start = startOf(lever, missing);
  const found = findOne({ missing, low, high, start, step: stepOf(lever), close: CLOSE });
  if (!whole) return { met: found.met, values: [found.at] };
  const end = found.at >= start ? Math.floor(high) : Math.ceil(low);
  const met = (x: number) => missing(x) <= CLOSE_ENOUGH;
  const number = found.met ? wholeFrom(met, { at: found.at, start, end }) : undefined;
  if (number !== undefined) return { met: true, values: [number] };
  const inside = (x: number) => Math.min(Math.floor(high), Math.max(Math.ceil(low), x));
  const near = [inside(Math.floor(found.at)), inside(Math.ceil(found.at))];
  return { met: false, values: [missing(near[0]!) <= missing(near[1]!) ? near[0]! : near[1]!] };
}

function severalLevers(trials: Trials): Values {
  return findSeveral({
    missing: (values) => trials.at(values).missing,
    low: trials.levers.map(({ low }) => low),
    high: trials.levers.map(({ high }) => high),
    start: trials.levers.map(({ neutral, low, high }) => Math.min(high, Math.max(low, neutral ?? low))),
    step: trials.levers.map(stepOf),
    whole: trials.levers.map(({ whole }) => whole),
    close: CLOSE,
    met: CLOSE_ENOUGH,
  });
}

function reachedOf({ targets, unchanged }: Trials, reached: readonly number[]): TargetOutcome[] {
  return targets.map(({ pool, measure, year, sense, value }, i) => ({
    ...{ pool, measure, year, sense, target: value, reached: reached[i]! },
    unchanged: measureOfTarget(unchanged, { pool, measure, year }),
  }));
}
