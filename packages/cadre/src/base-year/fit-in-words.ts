import { type HistoricRate, spreadOfLeaving } from "../rates/historic-rate.ts";

/** What was made of a rate's history, for the assumptions log: the fit, and what its spread comes from. */
export function fitInWords({ history, fitted, p10 }: HistoricRate): [written: string, note: string] {
  if (!history || !fitted) return ["no fit", "The rate has no spread."];
  const { from, noiseRange } = spreadOfLeaving(history.spread);
  const { level, mean, noise, levelSd, drift, weight } = fitted;
  const figures = Object.keys(history.figures);
  const spread = `${percent(noise)} from year to year, ${percent(levelSd)} of the level${drift > 0 ? `, ${percent(drift)} a year that stays` : ""}`;
  const made =
    figures.length > 0 ? `level ${percent(level)}, ${percent(mean)} expected; spread ${spread}` : `spread ${spread}`;
  const toward = weight < 1 ? ` ${percent(weight)} of the level is its own, the rest the reference's.` : "";
  const why =
    figures.length > 1
      ? `Fitted to ${figures.length} figures (${figures.join(", ")}) together with ${from}.`
      : `One figure says nothing of its spread; that of ${from}, between ${percent(noiseRange[0])} and ${percent(noiseRange[1])} from year to year.`;
  return [made, `${why}${toward}${p10 === undefined ? "" : " The file's own interval is drawn instead."}`];
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
