/** What numbers of a kind can sensibly be; far beyond it, something else was meant. */
export interface Plausible {
  readonly least: number;
  readonly most: number;
  /** Planners write it as a percentage: 34 is then almost surely 34%. */
  readonly percentage: boolean;
  /** What it counts, for an error: "3400% a year". */
  readonly per: string;
}

const NUMBER: Plausible = {
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
  percentage: false,
  per: "",
};

/**
 * What a number of each kind can sensibly be, once. These are no limits of the model (a rate may be 290% a year) but
 * the borders beyond which a unit was mistaken: a percentage without its sign, a rate per thousand, a share for a ratio.
 */
export const PLAUSIBLE = {
  /** A part of a whole. */
  share: { least: 0, most: 1, percentage: true, per: "" },
  /** Of posts: below zero when there are more staff than posts. */
  vacancy: { least: -1, most: 0.999, percentage: true, per: "" },
  /** Leavers, retirements, deaths or moves a year for each person. Three a year is a stay of four months. */
  rate: { least: 0, most: 3, percentage: true, per: " a year" },
  /** Growth a year. No need for care and no budget has grown or shrunk by a third year after year. */
  growth: { least: -0.3, most: 0.3, percentage: true, per: " a year" },
  /** A factor on today's recruits. */
  effort: { least: 0, most: 10, percentage: true, per: " of today's recruits" },
  /** What policy leaves of the recruits planned from abroad. */
  policy: { least: 0, most: 10, percentage: true, per: " of the recruits planned" },
  /** What agency staff cost above own pay. */
  premium: { least: 0, most: 5, percentage: true, per: " above own pay" },
  /** Full-time equivalents a head. */
  hours: { least: 0, most: 1.5, percentage: false, per: " full-time equivalents a head" },
  /** Hours lost to sickness, or to leave for a birth. */
  away: { least: 0, most: 0.5, percentage: true, per: " of hours" },
  /** One activity of one person: from seconds to a day and night. */
  minutes: { least: 0, most: 2880, percentage: false, per: " minutes each time" },
  /** Of the 260 working days of a year. */
  daysOff: { least: 0, most: 130, percentage: false, per: " days a year" },
  weekDays: { least: 2, most: 7, percentage: false, per: " working days a week" },
  dayHours: { least: 4, most: 13, percentage: false, per: " hours a day" },
  /** Full-time equivalents of one role for one of another. */
  ratio: { least: 0, most: 10, percentage: true, per: " for each" },
  /** Boys for each girl born; every population counted lies between 1.0 and 1.2 (UN World Population Prospects 2024). */
  sexRatio: { least: 0.9, most: 1.25, percentage: false, per: " boys for each girl" },
  /** Births a woman a year at one age; the highest counted are below 0.4 (UN World Population Prospects 2024). */
  fertility: { least: 0, most: 0.5, percentage: false, per: " births a woman a year" },
  /** What a change multiplies a number by. */
  factor: { least: 0, most: 20, percentage: true, per: "" },
  /** Heads, posts, money, weights, exponents: of any size. */
  number: NUMBER,
} as const satisfies Readonly<Record<string, Plausible>>;

/** A kind of number, by what it can sensibly be. */
export type PlausibleKind = keyof typeof PLAUSIBLE;

const digits = (value: number): string => String(Number(value.toPrecision(6)));

/** Why a number cannot have been meant, and what probably was; undefined for one that can. */
export function implausible(value: number, kind: PlausibleKind): { message: string; fix: string } | undefined {
  const { least, most, percentage, per }: Plausible = PLAUSIBLE[kind];
  if (!(value < least || value > most)) return undefined;
  const range = percentage
    ? `${digits(least * 100)}% to ${digits(most * 100)}%`
    : `${digits(least)} to ${digits(most)}`;
  const message = `${digits(value)} here would be ${percentage ? `${digits(value * 100)}%` : digits(value)}${per}; it can be ${range}.`;
  const share = value / 100;
  const meant = percentage && share >= least && share <= most;
  return { message, fix: meant ? `Write ${digits(value)}% or ${digits(share)}.` : "Correct the number, or its unit." };
}
