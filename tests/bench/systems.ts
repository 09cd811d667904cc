import type { Scenario, System } from "cadre";

/** What is not known exactly of Cumbria's employers: rates that change everything, recruits and demand. */
export const SURE: Scenario = {
  id: "uncertain",
  uncertainties: [
    { id: "leaving", parameter: "leaving.rate", multiply: { p10: 0.9, p90: 1.1 } },
    { id: "recruits", parameter: "recruitment.effort", multiply: { p10: 0.95, p90: 1.05 } },
    { id: "demand", parameter: "demand.growthPerHead", add: { p10: -0.003, p90: 0.003 } },
  ],
};

/** Cell-years of a run: pools, sexes, ages, tenures and years multiplied. */
export function cellYearsOf({ axes, calendar, pools }: System): number {
  const years = Number(calendar.until.slice(0, 4)) - Number(calendar.base.slice(0, 4));
  return Object.keys(pools).length * axes.sex.length * (axes.ageMax - axes.ageMin + 1) * axes.tenure * years;
}

/** The same system several times beside itself, without moves. */
export function copied(system: System, copies: number): System {
  const pools = Object.entries(system.pools).flatMap(([id, pool]) =>
    Array.from({ length: copies }, (_, i) => [`${id}-${i}`, pool] as const),
  );
  return Object.freeze({ ...system, pools: Object.fromEntries(pools), moves: [], demand: {} });
}

/** The same system to another last year. */
export const until = (system: System, year: number): System =>
  Object.freeze({ ...system, calendar: { ...system.calendar, until: `${year}${system.calendar.until.slice(4)}` } });
