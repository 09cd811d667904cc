import type { Quantity } from "../table/quantity.ts";
import { type FittedRate, fitGrowth, fitRate, type YearlyRates } from "./history.ts";
import { RATE_SPREADS, type RateSpread } from "./rate-spreads.ts";

/** Whose number it is: a place's, or a country's, which is steadier and whose level moves. */
export const SPREADS = ["place", "country"] as const;
export type SpreadOf = (typeof SPREADS)[number];

/** What is known of a kind of number that may have a history. */
interface HistoricKind {
  /** What planners call it. */
  readonly words: string;
  /** Whether it is said in per cent. */
  readonly inPercent: boolean;
  /** The default spreads of a place and of a country. */
  readonly spreads: Readonly<Record<SpreadOf, RateSpread>>;
  /** One figure was counted in one year, so that it is off its level by a year's noise; others are suppositions. */
  readonly counted: boolean;
}

const {
  leaving,
  leavingOfCountry,
  vacancies,
  vacanciesOfCountry,
  recruits,
  recruitsOfCountry,
  growthPerHead,
  productivity,
  hours,
} = RATE_SPREADS;
const anywhere = (spread: RateSpread) => ({ place: spread, country: spread });

/** The kinds of number that may have a history or the default spread of their kind, by parameter. */
export const HISTORIC_PARAMETERS = {
  "leaving.rate": {
    words: "leaving rate",
    inPercent: true,
    spreads: { place: leaving, country: leavingOfCountry },
    counted: true,
  },
  vacancyRate: {
    words: "vacancy rate",
    inPercent: true,
    spreads: { place: vacancies, country: vacanciesOfCountry },
    counted: true,
  },
  "recruitment.effort": {
    words: "recruits that an effort finds",
    inPercent: true,
    spreads: { place: recruits, country: recruitsOfCountry },
    counted: false,
  },
  fte: { words: "hours a head", inPercent: false, spreads: anywhere(hours), counted: false },
  "demand.growthPerHead": { words: "care per head", inPercent: true, spreads: anywhere(growthPerHead), counted: false },
  "demand.productivity": { words: "productivity", inPercent: true, spreads: anywhere(productivity), counted: false },
} as const satisfies Readonly<Record<string, HistoricKind>>;
export type HistoricName = keyof typeof HISTORIC_PARAMETERS;
export const HISTORIC_NAMES = Object.keys(HISTORIC_PARAMETERS) as readonly HistoricName[];

/** Whether a kind of number is a yearly growth, whose history is that of what grows. */
export const isGrowth = (kind: HistoricName): boolean => spreadOf(kind).points === true;

/** The yearly figures of a rate, and what they are fitted with. */
export interface RateHistory {
  readonly kind: HistoricName;
  /** The place's own figures; of a growth those of what grows. None where one number is given with a spread. */
  readonly figures: YearlyRates;
  /** Figures of the place that the level is drawn toward. */
  readonly reference: YearlyRates;
  readonly spread: SpreadOf;
}

/** A rate, and what its own past or the default of its kind says of its spread. */
export interface HistoricRate extends Quantity {
  readonly history?: RateHistory;
  /** The level and spreads that draws are made with; where `p10` and `p90` are given these are drawn instead. */
  readonly fitted?: FittedRate;
}

/** The default spread of a kind of number. */
export const spreadOf = (kind: HistoricName, of: SpreadOf = "place"): RateSpread =>
  HISTORIC_PARAMETERS[kind].spreads[of];

/** The fit of a history; of one number, whose year does not matter, the spread alone is used. */
export function fittedTo({ kind, figures, reference, spread: of }: RateHistory, value: number): FittedRate {
  const spread = spreadOf(kind, of);
  if (Object.keys(figures).length > 0)
    return isGrowth(kind) ? fitGrowth(figures, { spread }) : fitRate(figures, { spread, reference });
  const one = { 2000: value };
  return HISTORIC_PARAMETERS[kind].counted ? fitRate(one, { spread }) : fitRate({}, { spread, reference: one });
}
