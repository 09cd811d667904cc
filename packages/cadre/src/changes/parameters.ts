import type { System } from "../system/types.ts";

/** A parameter whose value may differ from year to year. */
export interface YearParameter {
  /** Whose it is: each selected pool's, or the system's. */
  readonly of: "pool" | "system";
  /** Whether it differs by sex, age and tenure. */
  readonly byCell: boolean;
  readonly min: number;
  readonly max: number;
}

const LIMIT = 1e12;
const pool = (max = LIMIT, min = 0): YearParameter => ({ of: "pool", byCell: false, min, max });
const cell = (max = LIMIT): YearParameter => ({ of: "pool", byCell: true, min: 0, max });
const whole = (max = LIMIT): YearParameter => ({ of: "system", byCell: false, min: 0, max });

const POOL: Readonly<Record<string, YearParameter>> = {
  "leaving.rate": cell(),
  "retirement.rate": cell(),
  "death.rate": cell(),
  "moves.rate": cell(),
  "leaving.stayingInSector": pool(1),
  fte: cell(2),
  "recruitment.recruits": pool(),
  "recruitment.effort": pool(),
  "recruitment.weight": pool(),
  "demand.posts": pool(),
  "demand.growthPerHead": pool(10, -0.99),
  "demand.productivity": pool(10, -0.99),
  "demand.funded": pool(),
  "agency.fills": pool(1),
  "agency.premium": pool(10),
  "costs.pay": pool(),
  "costs.leaver": pool(),
  "costs.recruit": pool(),
  "costs.hire": pool(),
  "costs.returner": pool(),
  "costs.graduate": pool(),
};

/** The year parameters of a system, by the name planners use. */
export function yearParameters(system: System): Map<string, YearParameter> {
  const found = new Map(Object.entries(POOL));
  const pools = Object.keys(system.pools);
  for (const { recruitment, returners } of Object.values(system.pools)) {
    for (const source of Object.keys(recruitment.from?.values ?? {}))
      found.set(`recruitment.from.${source}`, pool(0.95));
    returners.forEach((_, i) => found.set(`returners.${i}`, pool()));
  }
  for (const id of Object.keys(system.pipelines)) {
    found.set(`pipelines.${id}.intake`, whole());
    found.set(`pipelines.${id}.completion`, whole(1));
    for (const joined of pools) found.set(`pipelines.${id}.joins.${joined}`, whole(1));
  }
  for (const id of Object.keys(system.labourMarkets)) found.set(`labourMarkets.${id}.capacity`, whole());
  system.shifts.forEach((_, i) => found.set(`shifts.${i}.share`, whole(1)));
  system.substitutions.forEach((_, i) => found.set(`substitutions.${i}.fte`, whole()));
  return found;
}
