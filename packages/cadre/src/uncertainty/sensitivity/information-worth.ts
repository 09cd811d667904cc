import { brokenLine } from "./broken-line.ts";

/**
 * What it is worth to know everything: how much less the best choice would lose on average if it could be made after
 * everything is known. `losses` by (option, draw). Returns the option that loses least on average, and the worth.
 */
export function perfectInformation(losses: readonly Float64Array[]): { best: number; worth: number } {
  const draws = losses[0]!.length;
  const means = losses.map((loss) => loss.reduce((sum, value) => sum + value, 0) / draws);
  const best = means.indexOf(Math.min(...means));
  let least = 0;
  for (let d = 0; d < draws; d++) {
    let here = Number.POSITIVE_INFINITY;
    for (const loss of losses) if (loss[d]! < here) here = loss[d]!;
    least += here;
  }
  return { best, worth: Math.max(0, means[best]! - least / draws) };
}

/**
 * What it is worth to know one number, from draws made anyway: how much less than the best option each other loses where the
 * number is so much, as a broken line of the number's share, says which option would be chosen and what that saves. A
 * regression in place of a second round of draws follows Strong, Oakley and Brennan (2014); that the line is chosen by how
 * well it predicts draws it was not fitted to keeps chance from being taken for knowledge.
 */
export function informationWorth(losses: readonly Float64Array[], shares: Float64Array): number {
  const { best } = perfectInformation(losses);
  const lines = losses
    .filter((_, option) => option !== best)
    .map((loss) =>
      brokenLine(
        shares,
        loss.map((value, d) => value - losses[best]![d]!),
      ),
    );
  let saved = 0;
  for (let d = 0; d < shares.length; d++) {
    let least = 0;
    for (const line of lines) if (line[d]! < least) least = line[d]!;
    saved -= least;
  }
  return saved / shares.length;
}
