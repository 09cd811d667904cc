import type { ForecastNumber } from "../population/types.ts";
import { HISTORIC_PARAMETERS, type HistoricRate, isGrowth, spreadOf } from "../rates/historic-rate.ts";

/** What was made of a number's history, for the assumptions log: the fit, and what its spread comes from. */
export function fitInWords({ value, history, fitted, p10 }: HistoricRate): [written: string, note: string] {
  if (!history || !fitted) return ["no fit", "The number has no spread."];
  const { kind } = history;
  const { from, noiseRange } = spreadOf(kind, history.spread);
  const { level, mean, noise, levelSd, drift, weight } = fitted;
  const figures = Object.keys(history.figures);
  const size = HISTORIC_PARAMETERS[kind].inPercent ? percent : plain;
  const ofLevel = levelSd > 0 ? `, ${percent(levelSd)} of the level` : "";
  const spread = `${percent(noise)} from year to year${ofLevel}${drift > 0 ? `, ${percent(drift)} a year that stays` : ""}`;
  const made =
    figures.length > 0 ? `level ${size(level)}, ${size(mean)} expected; spread ${spread}` : `spread ${spread}`;
  const toward =
    weight < 1 && figures.length > 0 ? ` ${percent(weight)} of the level is its own, the rest the reference's.` : "";
  const used =
    figures.length > 0 && Math.abs(value - mean) > 1e-12 ? " The file's own value is used, with this spread." : "";
  const why =
    figures.length > 1
      ? `Fitted to ${figures.length} figures (${figures.join(", ")})${isGrowth(kind) ? " of what grows" : ""} together with ${from}.`
      : `One figure does not show a spread, so that of ${from} is used: between ${percent(noiseRange[0])} and ${percent(noiseRange[1])} from year to year.`;
  return [made, `${why}${toward}${used}${p10 === undefined ? "" : " The file's own interval is drawn instead."}`];
}

/** What is drawn around a number of people to come, for the assumptions log. */
export function doubtInWords({ sd = 0, p10, from }: ForecastNumber): [written: string, note: string] {
  const own = p10 === undefined ? "" : " The file's own interval is drawn instead.";
  return [
    `draws with a standard deviation of ${Number((sd * 100).toPrecision(2))}%`,
    `${from ?? "As the file gives it."}${own}`,
  ];
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
const plain = (value: number): string => String(Number(value.toPrecision(3)));
