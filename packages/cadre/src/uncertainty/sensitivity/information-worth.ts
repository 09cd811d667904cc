/**
 * What it is worth to know everything: how much less the best choice would lose on average if it could be made after
 * everything is known. `losses` by (option, draw). Returns the option that loses least on average, and the worth.
 */
export function perfectInformation(losses: readonly Float64Array[]): { best: number; worth: number } {
  const draws = losses[0].length;
  const means = losses.map((loss) => loss.reduce((sum, value) => sum + value, 0) / draws);
  const best = means.indexOf(Math.min(...means));
  let least = 0;
  for (let d = 0; d < draws; d++) {
    let here = Number.POSITIVE_INFINITY;
    for (const loss of losses) if (loss[d] < here) here = loss[d];
    least += here;
  }
  return { best, worth: Math.max(0, means[best] - least / draws) };
}

/**
 * What it is worth to know one number, from draws made anyway (Strong and Oakley 2013): draws are put in order of the
 * number and cut into parts; in each the option with the least mean loss is chosen. Choosing in each part by its own draws
 * finds something even where there is nothing to find, so that half of the draws of each part choose and the other half
 * say what the choice is worth, and the other way round: the mean of both has no such bias upwards.
 */
export function informationWorth(losses: readonly Float64Array[], shares: Float64Array): number {
  const draws = shares.length;
  const order = Int32Array.from({ length: draws }, (_, d) => d).sort((a, b) => shares[a] - shares[b] || a - b);
  const { best } = perfectInformation(losses);
  const size = partSize(draws);
  let gained = 0;
  for (let start = 0; start < draws; start += size) {
    const end = draws - start < 2 * size ? draws : start + size;
    for (const side of [0, 1]) {
      const choice = leastLoss(losses, order, start, end, side);
      for (let n = start + (1 - side); n < end; n += 2) gained += losses[best][order[n]] - losses[choice][order[n]];
    }
    if (end === draws) break;
  }
  return Math.max(0, gained / draws);
}

/** Draws in a part: enough for a mean, few enough for the number to be nearly the same in it. */
const partSize = (draws: number): number => Math.max(2, 2 * Math.ceil(Math.sqrt(draws) / 2));

/** The option that loses least on every other draw of a part. */
function leastLoss(
  losses: readonly Float64Array[],
  order: Int32Array,
  start: number,
  end: number,
  side: number,
): number {
  let [choice, least] = [0, Number.POSITIVE_INFINITY];
  losses.forEach((loss, option) => {
    let sum = 0;
    for (let n = start + side; n < end; n += 2) sum += loss[order[n]];
    if (sum < least) [choice, least] = [option, sum];
  });
  return choice;
}
