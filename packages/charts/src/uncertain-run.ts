import type { Ensemble, Spread, SpreadOf, SpreadQuery } from "cadre";
import { countText, NO_NUMBER, percentText, roundWhole } from "./number.ts";

/** What a chart reads of many draws of one scenario: an `Ensemble` of the library, or anything shaped like it. */
export type UncertainRun = Pick<Ensemble, "central" | "draws" | "refused" | "noise" | "uncertain" | "at" | "chance"> & {
  /** Draw by draw against another scenario. */
  readonly difference?: Pick<SpreadOf, "at" | "chance">;
};

/** What was drawn: how many draws of how many numbers, with what kinds of chance, and what went wrong. */
export function drawsWords(runs: readonly UncertainRun[]): string {
  const noise = runs.some((run) => run.noise);
  const numbers = range(runs.map((run) => run.uncertain.length));
  const draws = range(runs.map((run) => run.draws));
  if (numbers === "0" && !noise) return `${draws} draws, all the same since no number has an interval`;
  const drawn = [
    ...(numbers === "0" ? [] : [`${numbers} uncertain ${numbers === "1" ? "number" : "numbers"}`]),
    ...(noise ? ["the chance of individual careers"] : []),
  ];
  const refused = Math.max(...runs.map((run) => run.refused));
  const failed =
    refused === 0
      ? ""
      : ` (in ${countText(refused)} the numbers contradicted each other; the central run replaces them)`;
  return `${draws} draws of ${drawn.join(" and ")}${failed}`;
}

/** "12", or "12 to 31" where scenarios differ. */
function range(counts: readonly number[]): string {
  const [least, most] = [countText(Math.min(...counts)), countText(Math.max(...counts))];
  return least === most ? least : `${least} to ${most}`;
}

/**
 * Whether all draws give the same number: nothing that is called uncertain bears on it, so that it has no interval.
 *
 * @example
 * ```ts
 * import { drawsAgree } from "@cadre/charts";
 * drawsAgree({ mean: 268, p10: 268, p50: 268, p90: 268 }); // true
 * ```
 */
export function drawsAgree({ mean, p10, p90 }: Spread<number | undefined>): boolean {
  if (mean === undefined || p10 === undefined || p90 === undefined) return false;
  return Math.max(Math.abs(p90 - p10), Math.abs(mean - p10)) <= 1e-9 * (1 + Math.abs(p10));
}

/** What stands where an interval or a chance would, if nobody has said how unsure the numbers are. */
export const NO_RANGE = "–";

/**
 * Says why there is no interval: of the only scenario, or of those that are named.
 *
 * @example
 * ```ts
 * import { noRangeWords } from "@cadre/charts";
 * noRangeWords(["Do nothing"]); // "No range for “Do nothing”: nobody has given one for any number that affects it."
 * ```
 */
export function noRangeWords(names: readonly string[] = []): string {
  const whose = names.length === 0 ? "" : ` for ${names.map((name) => `“${name}”`).join(" and ")}`;
  return `No range${whose}: nobody has given one for any number that affects it.`;
}

/**
 * A share of draws as a chance, as every chart writes it. None or all of a thousand draws is no proof that it never or
 * always happens. A dash where it cannot be worked out.
 *
 * @example
 * ```ts
 * import { chanceWords } from "@cadre/charts";
 * chanceWords(0.334); // "33%"
 * chanceWords(1); // "over 99%"
 * ```
 */
export function chanceWords(share: number | undefined): string {
  if (share === undefined) return NO_NUMBER;
  const rounded = roundWhole(share * 100);
  return rounded <= 0 ? "under 1%" : rounded >= 100 ? "over 99%" : percentText(share);
}

/** The share of draws in which a number is at most so much; none where all draws are alike, for no draw says anything then. */
export function chanceIn(run: UncertainRun, query: SpreadQuery & { atMost: number }): number | undefined {
  const { atMost: _, ...number } = query;
  return drawsAgree(run.at(number)) ? undefined : run.chance(query);
}

/** How far a chance may be off at most, 19 times in 20, for being counted over so many draws; in percentage points. */
export function chanceError(draws: number): number {
  return Math.max(1, Math.round(196 * Math.sqrt(0.25 / draws)));
}
