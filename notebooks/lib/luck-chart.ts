import { type Chart, sourceLine } from "@cadre/charts";
import type { Ensemble } from "cadre";
import { type LuckWidth, luckBars } from "./charts/luck-bars.ts";

/** How far off each pool may be in a year by the luck of single careers, and by everything that is not known. */
export function luckChart(luck: Ensemble, all: Ensemble, { year, width }: { year: number; width: number }): Chart {
  const { system } = luck.central;
  const how = { place: system.title, year, draws: luck.draws, source: sourceLine(luck.central), width };
  return luckBars(luckWidths(luck, all, year), how);
}

/** For each pool how much of what is not known is luck, the largest pool first. */
export function luckWidths(luck: Ensemble, all: Ensemble, year: number): LuckWidth[] {
  const half = (sure: Ensemble, pool: string) => {
    const { p10, p50, p90 } = sure.at({ pool, measure: "headcount", year });
    return p50 === 0 ? 0 : (p90 - p10) / 2 / p50;
  };
  return luck.central.pools
    .map(({ id, title }) => ({
      title,
      people: luck.at({ pool: id, measure: "headcount", year }).p50,
      luck: half(luck, id),
      all: half(all, id),
    }))
    .sort((one, other) => other.people - one.people);
}
