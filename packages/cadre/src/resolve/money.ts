import type { System } from "../system/types.ts";
import type { Levers } from "./levers.ts";
import type { MoneyByYear } from "./resolved.ts";

const COSTS = ["pay", "leaver", "recruit", "hire", "returner", "graduate"] as const;

/** What people and agency staff cost, by model year (the base year first) and pool, under a scenario. */
export function moneyByYear(system: System, levers: Levers, base: number): MoneyByYear {
  const pools = Object.values(system.pools);
  const by = (value: (pool: (typeof pools)[number], p: number, year: number) => number) =>
    [base, ...levers.years].map((year) => Float64Array.from(pools, (pool, p) => value(pool, p, year)));
  const costs = COSTS.map((name) => [
    name,
    by((pool, p, year) => levers.value(`costs.${name}`, (pool.costs[name] ?? system.costs[name])?.value ?? 0, year, p)),
  ]);
  return {
    ...Object.fromEntries(costs),
    fills: by((pool, p, year) => levers.value("agency.fills", pool.agency?.fills.value ?? 0, year, p)),
    premium: by((pool, p, year) => levers.value("agency.premium", pool.agency?.premium.value ?? 0, year, p)),
  };
}
