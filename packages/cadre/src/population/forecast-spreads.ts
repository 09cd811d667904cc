/** How far off a projection of people may be, for the ages of one group. */
export interface AgeError {
  /** Standard deviation of its error ten years after the last count, as a share of the people. */
  readonly tenYears: number;
  /** How it grows: with the years to this power. */
  readonly power: number;
}

/** How far off people to come may be, for a place or a country. */
export interface PopulationSpread {
  /** Errors of a projection as a whole, by age. */
  readonly errors: Readonly<Record<string, AgeError>>;
  /** Correlation of the errors of groups of 65 and over, which have their mortality in common. */
  readonly oldTogether: number;
  /** Standard deviation of the share of the improvement of mortality that comes about. */
  readonly improvementRealised: number;
  /** Standard deviation of the yearly growth of births a woman. */
  readonly fertilityGrowth: number;
  /** Standard deviation of net migrants a year beyond those projected, by age, for each person there. */
  readonly moreMigrants: Readonly<Record<string, number>>;
  /** Degrees of freedom that errors and migrants are known with: independent histories of five years, 2003 to 2018. */
  readonly degrees: number;
  /** What it was worked out from. */
  readonly from: string;
  /** Between which values its errors ten years ahead may lie. */
  readonly range: readonly [number, number];
}

const error = (tenYears: number, power: number): AgeError => Object.freeze({ tenYears, power });

/** Whose people they are: errors are smaller where many people live. */
export const POPULATION_SPREADS: Readonly<Record<"place" | "country", PopulationSpread>> = Object.freeze({
  place: Object.freeze({
    errors: Object.freeze({
      "0-15": error(0.03, 1),
      "16-24": error(0.04, 0.6),
      "25-64": error(0.036, 1.1),
      "65-74": error(0.021, 1),
      "75-84": error(0.029, 1.2),
      "85+": error(0.034, 0.7),
    }),
    oldTogether: 0.5,
    improvementRealised: 0.78,
    fertilityGrowth: 0.012,
    moreMigrants: Object.freeze({ "0-15": 0.003, "16-24": 0.007, "25-64": 0.0031, "65+": 0.0018 }),
    degrees: 12,
    from: "four counties of England projected from 2003 to 2017 as they could have been, up to ten years ahead and up to 2018 (ons-mid-year)",
    range: Object.freeze([0.013, 0.067] as const),
  }),
  country: Object.freeze({
    errors: Object.freeze({
      "0-15": error(0.043, 1.4),
      "16-24": error(0.019, 0.7),
      "25-64": error(0.009, 0.9),
      "65-74": error(0.021, 1.2),
      "75-84": error(0.038, 1.3),
      "85+": error(0.032, 0.8),
    }),
    oldTogether: 0.8,
    improvementRealised: 0.78,
    fertilityGrowth: 0.012,
    moreMigrants: Object.freeze({ "0-15": 0.0008, "16-24": 0.0034, "25-64": 0.0009, "65+": 0.0012 }),
    degrees: 3,
    from: "England projected from 2003 to 2017 as it could have been, up to ten years ahead and up to 2018 (ons-mid-year)",
    range: Object.freeze([0.009, 0.067] as const),
  }),
});
