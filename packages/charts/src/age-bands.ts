import type { Result } from "cadre";

/** An age band of the axis with its heads by sex. */
export interface AgeBand {
  label: string;
  from: number;
  /** Heads in the order of `axes.sex`. */
  heads: number[];
}

/**
 * Heads by age band and sex from a stock by (sex, age, tenure). Bands start at multiples of `step`, so the first may be
 * shorter; the last age of the axis is open ("75+") and is kept apart from the closed bands below it.
 */
export function ageBands(stock: Float64Array, axes: Result["axes"], step: 1 | 5): AgeBand[] {
  const ages = axes.ageMax - axes.ageMin + 1;
  const bands: AgeBand[] = [];
  for (let index = 0; index < ages; index += 1) {
    const age = axes.ageMin + index;
    const open = age === axes.ageMax;
    const starts = bands.length === 0 || open || age % step === 0;
    if (starts) bands.push({ label: "", from: age, heads: axes.sex.map(() => 0) });
    const band = bands.at(-1);
    if (band === undefined) continue;
    band.label = open ? (ages === 1 ? "All ages" : `${age}+`) : age === band.from ? String(age) : `${band.from}–${age}`;
    for (let sex = 0; sex < axes.sex.length; sex += 1) {
      const start = (sex * ages + index) * axes.tenure;
      for (let cell = start; cell < start + axes.tenure; cell += 1) {
        band.heads[sex] = (band.heads[sex] ?? 0) + (stock[cell] ?? 0);
      }
    }
  }
  return bands;
}

/** The slice of bands, from and to, outside which there is nobody in any of the years; all where nobody is anywhere. */
export function inhabitedBands(years: readonly (readonly AgeBand[])[]): [from: number, to: number] {
  const full = (years[0] ?? []).map((_, index) =>
    years.some((bands) => bands[index]?.heads.some((heads) => heads > 0)),
  );
  const first = full.indexOf(true);
  return first < 0 ? [0, full.length] : [first, full.lastIndexOf(true) + 1];
}

/** The share of heads aged `from` or over, 0 where there is nobody. */
export function shareFrom(from: number, bands: readonly AgeBand[]): number {
  const heads = (chosen: readonly AgeBand[]) =>
    chosen.reduce((sum, band) => sum + band.heads.reduce((a, b) => a + b, 0), 0);
  const all = heads(bands);
  return all > 0 ? heads(bands.filter((band) => band.from >= from)) / all : 0;
}
