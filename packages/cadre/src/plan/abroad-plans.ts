import type { BaseYear } from "../base-year/base-year.ts";
import { profileOf, staffByAge } from "../base-year/profiles.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { AbroadPlan } from "../supply/abroad.ts";
import type { System } from "../system/types.ts";
import { payFactor } from "./response-plans.ts";
import { carriedOn } from "./schedule.ts";

/** Whom each pool recruits abroad, year by year: as planned, times what policy leaves, times what pay does. */
export function abroadPlans(system: System, changes: ScenarioChanges, baseYear: BaseYear): AbroadPlan[] {
  return Object.values(system.pools).flatMap((pool, p): AbroadPlan[] => {
    const { abroad } = pool;
    if (!abroad) return [];
    const relative = pool.pay?.relative.value ?? 1;
    const heads = changes.years.map((year) => {
      const planned = changes.value("abroad.recruits", carriedOn(abroad.recruits.values, year), year, p);
      const policy = changes.value("abroad.policy", abroad.policy.value, year, p);
      const pay = changes.value("pay.relative", relative, year, p);
      return planned * policy * payFactor(pay, relative, abroad.pay?.value);
    });
    return [{ pool: p, heads, profile: profileOf(system, abroad.ages, abroad.sex, staffByAge(system, baseYear, p)) }];
  });
}

/** Recruits from abroad of the base year: they are among the recruits that hold its headcount. */
export const abroadInBaseYear = ({ calendar, pools }: System, p: number): number => {
  const { abroad } = Object.values(pools)[p]!;
  return abroad ? carriedOn(abroad.recruits.values, Number(calendar.base.slice(0, 4))) * abroad.policy.value : 0;
};
