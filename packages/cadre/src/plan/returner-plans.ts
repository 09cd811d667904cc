import type { BaseYear } from "../base-year/base-year.ts";
import { profileOf, staffByAge } from "../base-year/profiles.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { ReturnerPlan } from "../supply/returners.ts";
import type { System } from "../system/types.ts";
import { carriedOn } from "./schedule.ts";

/** Who comes back to each pool, year by year. */
export function returnerPlans(system: System, changes: ScenarioChanges, baseYear: BaseYear): ReturnerPlan[] {
  const { years } = changes;
  const ids = Object.keys(system.pools);
  return Object.values(system.pools).flatMap((pool, p) =>
    pool.returners.map(
      (returner, i): ReturnerPlan => ({
        pool: p,
        from: returner.of === undefined ? p : ids.indexOf(returner.of),
        ...(returner.cause && !returner.heads && { cause: returner.cause }),
        share: years.map((year) => changes.value(`returners.${i}`, returner.share?.value ?? 0, year, p)),
        delay: returner.delay ?? 1,
        heads: years.map((year) =>
          changes.value(`returners.${i}`, carriedOn(returner.heads?.values ?? {}, year), year, p),
        ),
        profile: profileOf(system, returner.ages, returner.sex, staffByAge(system, baseYear, p)),
      }),
    ),
  );
}
