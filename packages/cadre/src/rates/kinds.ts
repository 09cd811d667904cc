import { checkArguments, NUMBER, oneOf, only, optional } from "../error/shape.ts";
import { ratio } from "../table/ratio.ts";

/** What the rates of a schedule, or of moves, may be. */
export const SCHEDULE_KINDS = ["share-leaving-within-year", "hazard"] as const;

/** What the rates of a schedule, or of moves, are. */
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** What a published rate may divide by what. */
export const RATE_KINDS = [
  "leavers-per-average-headcount",
  "leavers-per-closing-headcount",
  ...SCHEDULE_KINDS,
  "still-in-post",
] as const;

/** What a published rate divides by what; see docs/method/rates.md. */
export type RateKind = (typeof RATE_KINDS)[number];

/** How the model year may be computed. */
export const CONVENTIONS = ["continuous", "opening-stock"] as const;

/** How the model year is computed: exactly in continuous time, or as spreadsheets do it. */
export type Convention = (typeof CONVENTIONS)[number];

const OPTIONS = only({
  growth: optional(NUMBER),
  convention: optional(oneOf(CONVENTIONS)),
  after: optional(NUMBER),
});

/**
 * The yearly hazard (leavers per person-year) that a published rate stands for; in the opening-stock convention the
 * yearly probability that it stands for. `growth` is the growth of the headcount in the year of the rate, as a share.
 *
 * - leavers ÷ average headcount is the hazard itself;
 * - leavers ÷ closing headcount is multiplied by closing ÷ average headcount, `2(1 + g) ÷ (2 + g)`;
 * - the share of those in post at the start who have gone by the end is `−ln(1 − share)`;
 * - the share of joiners still in post `after` years is `−ln(share) ÷ after` a year on average.
 *
 * Method: docs/method/rates.md.
 *
 * @example
 * ```ts
 * import { rateToHazard } from "cadre/rates";
 * // 100 staff grow to 120 while 30 leave: 25% of closing headcount is 27.3% of average headcount.
 * rateToHazard("leavers-per-closing-headcount", 0.25, { growth: 0.2 }); // 0.2727…
 * ```
 */
export function rateToHazard(
  kind: RateKind,
  value: number,
  options: { growth?: number; convention?: Convention; after?: number } = {},
): number {
  checkArguments({ kind, value, options }, { kind: oneOf(RATE_KINDS), value: NUMBER, options: OPTIONS });
  return hazardOf(kind, value, options);
}

/** `rateToHazard` for numbers that have been read and checked: it is asked for each age of each schedule. */
export function hazardOf(
  kind: RateKind,
  value: number,
  { growth = 0, convention = "continuous", after = 1 }: { growth?: number; convention?: Convention; after?: number },
): number {
  if (kind === "still-in-post") return -Math.log(value) / after;
  if (convention === "opening-stock") {
    if (kind === "leavers-per-closing-headcount") return value * (1 + growth);
    if (kind === "leavers-per-average-headcount") return value * (1 + growth / 2);
    return kind === "hazard" ? -Math.expm1(-value) : value;
  }
  if (kind === "leavers-per-closing-headcount") return (value * 2 * (1 + growth)) / (2 + growth);
  return kind === "share-leaving-within-year" ? -Math.log1p(-value) : value;
}

/**
 * The rates that one year's count of staff and leavers makes, under each definition: the same 30 leavers are 27.3% of
 * an average headcount of 110 and 25.0% of a closing headcount of 120. Returns shares of one, not percentages; a rate
 * over nobody cannot be computed and is `undefined`. Method: docs/method/rates.md.
 *
 * @example
 * ```ts
 * import { leaverRates } from "cadre/rates";
 * leaverRates({ opening: 100, closing: 120, leavers: 30 }).perClosingHeadcount; // 0.25
 * leaverRates({ opening: 8, closing: 0, leavers: 8 }).perClosingHeadcount; // undefined
 * ```
 */
export function leaverRates(counts: { opening: number; closing: number; leavers: number }): {
  perAverageHeadcount: number | undefined;
  perClosingHeadcount: number | undefined;
  growth: number | undefined;
} {
  checkArguments({ counts }, { counts: only({ opening: NUMBER, closing: NUMBER, leavers: NUMBER }) });
  const { opening, closing, leavers } = counts;
  return {
    perAverageHeadcount: ratio(leavers, (opening + closing) / 2),
    perClosingHeadcount: ratio(leavers, closing),
    growth: ratio(closing - opening, opening),
  };
}
