import { CadreError } from "../error/cadre-error.ts";
import type { Pool } from "../system/schema/pool.ts";
import type { AtOrigin } from "./at-origin.ts";
import type { Figure } from "./series.ts";

/** A pool with the joiners that were counted in each year, as heads a year. */
export function heldRecruits(pool: Pool, id: string, { series, known, until }: AtOrigin): Pool | undefined {
  const joiners = series.figures.filter(
    (one) => one.pool === id && one.measure === "joiners" && one.date > known.origin,
  );
  if (joiners.length === 0) return undefined;
  const origin = Number(known.origin.slice(0, 4));
  const values: Record<string, number> = {};
  let last = joiners[0]!;
  for (let year = origin + 1; year <= until; year++) {
    const counted = latest(joiners.filter(({ date }) => date === `${year}${known.origin.slice(4)}`));
    if (!counted) throw missing(id, year, known.origin, series.file);
    values[year] = counted.value;
    last = counted;
  }
  const recruits = {
    unit: "heads per year" as const,
    kind: "fact" as const,
    source: last.source,
    known: last.published,
    values,
  };
  return Object.freeze({
    ...pool,
    recruitment: Object.freeze({ ...pool.recruitment, mode: "fixed", recruits: Object.freeze(recruits) }),
  });
}

/** Of several editions the last word. */
const latest = (figures: readonly Figure[]): Figure | undefined =>
  figures.reduce<Figure | undefined>((best, one) => (best && best.published >= one.published ? best : one), undefined);

const missing = (id: string, year: number, origin: string, file: string | undefined): CadreError =>
  new CadreError({
    code: "nothing-to-hold",
    file,
    message: `The joiners of "${id}" in the year to ${year}${origin.slice(4)} are not in the series.`,
    value: `joiners, ${year}`,
    rule: "To hold recruits, the series must have the joiners of every year from the origin to the last that is scored.",
    fix: "Add the figure, score fewer years, or do not hold the recruits.",
  });
