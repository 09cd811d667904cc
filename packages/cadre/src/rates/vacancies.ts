/** What a published vacancy rate divides by. */
export const VACANCY_KINDS = ["of-posts", "of-funded-fte", "of-directly-employed"] as const;
export type VacancyKind = (typeof VACANCY_KINDS)[number];

/** Share of all posts that are empty, from vacancies and people in post; also the other way round for the people. */
const shareOf = (vacancies: number, filled: number): number => vacancies / (filled + vacancies);

/** Vacancies that a rate means, when it divides them by filled posts and vacancies together. */
const vacanciesAt = (rate: number, filled: number): number => (filled * rate) / (1 - rate);

/**
 * The share of all posts that stand empty. A rate of posts or of funded full-time equivalents is that share. A rate of
 * directly employed staff counts the vacancies of fewer people than are in post (`staff`), so fewer posts of all stand empty.
 */
export function vacantShare(kind: VacancyKind, rate: number, headcount: number, staff: number | undefined): number {
  if (kind !== "of-directly-employed" || staff === undefined || headcount === 0) return rate;
  return shareOf(vacanciesAt(rate, staff), headcount);
}

/** Three published figures: a rate, how many vacancies there were, and how many people the publisher counted. */
export interface PublishedVacancies {
  readonly rate: number;
  readonly vacancies: number;
  readonly staff: number;
}

/** What each two of the three figures say of the third. */
export interface ImpliedVacancies {
  readonly vacancies: number;
  readonly rate: number;
  readonly staff: number;
}

/**
 * What the figures imply of each other, when they differ by more than their rounding; undefined when they agree. The
 * rounding of each is half a unit of its last digit.
 */
export function contradictingVacancies(
  { rate, vacancies, staff }: PublishedVacancies,
  rounding: PublishedVacancies,
): ImpliedVacancies | undefined {
  const low = shareOf(vacancies - rounding.vacancies, staff + rounding.staff);
  const high = shareOf(vacancies + rounding.vacancies, staff - rounding.staff);
  if (low <= rate + rounding.rate && high >= rate - rounding.rate) return undefined;
  return {
    vacancies: vacanciesAt(rate, staff),
    rate: shareOf(vacancies, staff),
    staff: (vacancies * (1 - rate)) / rate,
  };
}

/** Half a unit of the last digit that a number was published with: 0.0005 of 8.3%, 500 of 131000. */
export function halfUnit(written: string): number {
  const found = /^(\d+)(?:\.(\d+))?(%?)$/.exec(written.trim().replaceAll(",", ""));
  if (!found) return 0;
  const [, whole = "", decimals, percent] = found;
  const unit = decimals === undefined ? 10 ** (/0*$/.exec(whole)?.[0].length ?? 0) : 10 ** -decimals.length;
  return unit / (percent === "%" ? 200 : 2);
}
