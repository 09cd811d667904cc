import type { Band } from "./disclosure.ts";

/** Ages that stand for everybody younger and older. */
const FIRST = 16;
const LAST = 65;

/** Bands from the youngest to the open last one, by the ages at which they begin. */
const bandsFrom = (...starts: number[]): readonly Band[] =>
  starts.map((from, i) => ({ from: i === 0 ? 0 : from, to: (starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1 }));

/** People in post, in bands of five years. */
export const STOCK_BANDS = bandsFrom(FIRST, 20, 25, 30, 35, 40, 45, 50, 55, 60, LAST);
/** Leavers and joiners, who are fewer. */
export const FLOW_BANDS = bandsFrom(FIRST, 25, 35, 45, 55, 60, LAST);
/** Ages at which people retire; nobody retires before the first. */
export const RETIREMENT_BANDS: readonly Band[] = [
  { from: 0, to: 49 },
  ...bandsFrom(50, 55, 60, LAST).map((band, i) => (i === 0 ? { ...band, from: 50 } : band)),
];
/** Ages of those who die in service, who are fewest. */
export const DEATH_BANDS = bandsFrom(FIRST, 45, 55);
/** Classes of years in post. */
export const TENURE_BANDS: readonly Band[] = [0, 1, 2, 3].map((k) => ({ from: k, to: k }));

/** `16-24`, `65+`; the first band holds everybody younger as well. */
export const ageLabel = ({ from, to }: Band): string =>
  to === Number.POSITIVE_INFINITY ? `${Math.max(from, FIRST)}+` : `${Math.max(from, FIRST)}-${to}`;

/** `0`, `1-2`, `3+`. */
export function tenureLabel({ from, to }: Band): string {
  if (to === TENURE_BANDS.length - 1) return `${from}+`;
  return from === to ? String(from) : `${from}-${to}`;
}
