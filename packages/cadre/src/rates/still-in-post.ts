import { checkArguments, FUNCTION, numberFrom } from "../error/shape.ts";
/**
 * Share of joiners still in post after whole years, when people join evenly over a model year and anniversaries fall at
 * its end: `hazard(k)` is the hazard in the k-th model year of service, the year of joining being 0.
 * Method: docs/method/rates.md.
 *
 * @example
 * ```ts
 * import { stillInPostAfter } from "cadre/rates";
 * // A steady hazard of 0.25167 a year keeps 47% for three years, whenever in the year people join.
 * stillInPostAfter(() => 0.25167, 3); // 0.4700
 * ```
 */
export function stillInPostAfter(hazard: (year: number) => number, years: number): number {
  checkArguments({ hazard, years }, { hazard: FUNCTION, years: numberFrom(0, 1000) });
  let between = 0;
  for (let k = 1; k < years; k++) between += hazard(k);
  const [first, last] = [hazard(0), hazard(years)];
  // Someone who joins when a share u of the year has gone lives 1 − u of it, and u of the last: the mean over u.
  const change = first - last;
  const ends = Math.abs(change) < 1e-9 ? Math.exp(-(first + last) / 2) : (Math.exp(-last) - Math.exp(-first)) / change;
  return Math.exp(-between) * ends;
}

/** The level that, times the shape by years of service, keeps `share` of joiners for so many years. */
export function levelKeeping(share: number, years: number, shape: (year: number) => number): number {
  let [low, high] = [0, 1];
  while (stillInPostAfter((k) => high * shape(k), years) > share && high < 1e6) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-16 * high; i++) {
    const middle = (low + high) / 2;
    if (stillInPostAfter((k) => middle * shape(k), years) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
