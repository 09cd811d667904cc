import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { COST_NAMES } from "../model/costs.ts";
import type { ParameterName } from "../model/parameters.ts";
import type { System } from "../system/types.ts";
import type { MoneyByYear } from "./resolved.ts";

/** What people and agency staff cost, by model year (the base year first) and pool, under a scenario. */
export function moneyByYear(system: System, changes: ScenarioChanges, base: number): MoneyByYear {
  const pools = Object.values(system.pools);
  const years = [base, ...changes.years];
  const by = (parameter: ParameterName, own: (pool: (typeof pools)[number]) => number | undefined) => {
    const numbers: (readonly [value: number, change: NumberChange | undefined])[] = pools.map((pool, p) => [
      own(pool) ?? 0,
      changes.of(parameter, p),
    ]);
    return years.map((year) => Float64Array.from(numbers, ([value, change]) => change?.at(value, year) ?? value));
  };
  const costs = COST_NAMES.map((name) => [
    name,
    by(`costs.${name}`, (pool) => (pool.costs[name] ?? system.costs[name])?.value),
  ]);
  return {
    ...Object.fromEntries(costs),
    bankFills: by("bank.fills", (pool) => pool.bank?.fills.value),
    bankPremium: by("bank.premium", (pool) => pool.bank?.premium.value),
    sickness: by("absence.sickness", (pool) => pool.absence?.sickness?.value),
    maternity: by("absence.maternity", (pool) => pool.absence?.maternity?.value),
    participation: by("participation", (pool) => pool.participation?.value ?? 1),
    fills: by("agency.fills", (pool) => pool.agency?.fills.value),
    premium: by("agency.premium", (pool) => pool.agency?.premium.value),
  };
}
