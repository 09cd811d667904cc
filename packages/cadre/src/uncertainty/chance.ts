import type { Chance } from "../supply/by-chance.ts";
import { binomial } from "./noise/binomial.ts";
import { multinomial } from "./noise/multinomial.ts";
import { poisson } from "./noise/poisson.ts";
import { wholeNumber } from "./noise/whole-number.ts";
import { stream } from "./streams.ts";

/** The chance of individual careers in one draw: a function of the seed and the draw alone. */
export function chanceOf(seed: number | string, draw: number): Chance {
  const next = stream(seed, "careers", draw);
  return {
    binomial: (n, p) => binomial(n, p, next),
    multinomial: (n, weights, into, count) => multinomial(n, weights, next, into, 0, count),
    poisson: (mean) => poisson(mean, next),
    whole: (heads) => wholeNumber(heads, next),
  };
}
