/** Supply and demand at one moment; years may be fractions where the lines cross between two dates. */
export interface GapPoint {
  year: number;
  supply: number;
  demand: number;
}

/**
 * The points of the shaded shortage (demand above supply) or surplus, with the lines' crossings put in between years so
 * that each area ends exactly where the lines meet. Outside its own kind an area has no height.
 */
export function gapAreas(points: readonly GapPoint[], kind: "shortage" | "surplus"): GapPoint[] {
  const crossed = points.flatMap((point, index): GapPoint[] => {
    const next = points[index + 1];
    if (next === undefined) return [point];
    const here = point.demand - point.supply;
    const there = next.demand - next.supply;
    if (here * there >= 0) return [point];
    const part = here / (here - there);
    const level = point.supply + part * (next.supply - point.supply);
    return [point, { year: point.year + part * (next.year - point.year), supply: level, demand: level }];
  });
  return crossed.map(({ year, supply, demand }) => ({
    year,
    supply,
    demand: kind === "shortage" ? Math.max(demand, supply) : Math.min(demand, supply),
  }));
}
