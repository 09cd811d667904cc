/** The value of the latest year given up to now; zero before the first. */
export function carriedOn(values: Readonly<Record<string, number>>, year: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const given of Object.keys(values)) if (Number(given) <= year) latest = Math.max(latest, Number(given));
  return values[latest] ?? 0;
}
