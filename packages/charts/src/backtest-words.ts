import type { Backtest, Forecast, Score } from "cadre/backtest";
import type { MeasureWords } from "./measure-words.ts";
import { percentText } from "./number.ts";

/** What history says, as a headline goes on: how far off, whether better than the last figure, whether intervals hold. */
export function pastFinding(
  { cadre, skill, coverage80, calibration, tooFew, pairs, independent }: Score,
  say: MeasureWords,
): string {
  const off = `forecasts of the past were ${say.kind === "percentage" ? `${points(cadre.mae)} points` : percentText(cadre.mape)} off on average`;
  if (tooFew)
    return `${off}; ${independent} of ${pairs} pairs ${independent === 1 ? "is" : "are"} independent, too few to say how good that is`;
  const than = skill.persistence;
  const better =
    than === undefined
      ? ""
      : `, ${percentText(Math.abs(than))} ${than >= 0 ? "closer" : "further off"} than the last figure`;
  const held = coverage80 === undefined ? "" : `; intervals ${calibration}, with ${percentText(coverage80)} inside`;
  return `${off}${better}${held}`;
}

const points = (share: number): string => (100 * share).toFixed(1);

/** What is drawn, and on what condition. */
export function pastSubtitle({ held }: Backtest, say: MeasureWords, own: readonly Forecast[]): string {
  const drawn = own.some(({ interval }) => interval !== undefined);
  return [
    `${say.name} in ${say.unit}. Black: counted. Blue: expected from each origin with what was known then${drawn ? "; pale bar at the end: 8 in 10" : ""}.`,
    ...(held.length === 0 ? [] : [`Conditional on what was held: ${held.join("; ")}.`]),
  ].join(" ");
}
