import { CadreError } from "../error/cadre-error.ts";
import { type Figure, POPULATION, type Series } from "./series.ts";

/** What could be read of a series on one day: later figures are not in it, whatever is asked. */
export interface KnownFigures {
  /** Where projections made on that day start. */
  readonly origin: string;
  /** `yyyy-mm-dd`. */
  readonly readingDay: string;
  /** The figures of a pool and measure up to the origin, of one vintage, the oldest first; empty where none is known. */
  of(pool: string, measure: string): readonly Figure[];
  /** Heads of a pool by age band (`headcount.25-34`), of the last day that is known; empty where none is. */
  bands(pool: string): readonly Figure[];
  /** People by age that were known or projected on that day, in the edition that was published last. */
  people(): readonly Figure[];
}

/**
 * The figures that were published on or before the reading day. Of several vintages the one that reaches furthest is
 * read, and of those that reach as far the one published last; two are never joined.
 */
export function figuresKnown(series: Series, origin: string, readingDay: string): KnownFigures {
  const known = series.figures.filter(({ published }) => published <= readingDay);
  return {
    origin,
    readingDay,
    of: (pool, measure) => {
      const own = known.filter((one) => one.pool === pool && one.measure === measure && one.date <= origin);
      return inOrder(ofOneVintage(own));
    },
    bands: (pool) => {
      const own = known.filter((one) => one.pool === pool && AGE_BAND.test(one.measure) && one.date <= origin);
      const one = inOrder(ofOneVintage(own));
      return one.filter(({ date }) => date === one.at(-1)?.date);
    },
    people: () => inOrder(ofOneVintage(known.filter(({ pool }) => pool === POPULATION))),
  };
}

const AGE_BAND = /^headcount\.\d+(-\d+|\+)?$/;

/** The figures of the vintage that reaches furthest, and was published last of those. */
function ofOneVintage(figures: readonly Figure[]): readonly Figure[] {
  const [first, ...others] = figures;
  if (!first) return [];
  const reaches = (one: Figure, other: Figure) =>
    one.date === other.date ? one.published > other.published : one.date > other.date;
  const { vintage } = others.reduce((best, one) => (reaches(one, best) ? one : best), first);
  return figures.filter((one) => one.vintage === vintage);
}

const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
  [...figures].sort((a, b) => a.date.localeCompare(b.date) || a.line - b.line);

/**
 * Refuses figures that a projection from an origin must not see, whoever hands them over: a year after the origin, or
 * one that was published later than the reading day. A fit calls this on what it is given, so that a year that is scored
 * can never enter it.
 */
export function refuseLater(
  figures: readonly Figure[],
  { origin, readingDay }: Pick<KnownFigures, "origin" | "readingDay">,
  file?: string,
): void {
  const later = figures.find(({ date, published }) => published > readingDay || date > origin);
  if (!later) return;
  const { pool, measure, date, published, line } = later;
  throw new CadreError({
    code: "later-figure",
    file,
    line,
    message: `${measure} of ${pool} on ${date} was not known when a projection from ${origin} was made.`,
    value: `published ${published}`,
    rule: `From ${origin}, only figures of that day and before are read, and of those only what was published by ${readingDay}.`,
    fix: "Leave it out of the fit. It may be scored.",
  });
}
