import type { CountedMeasure, Result } from "cadre";
import type { UnitWords } from "cadre/measures";
import { countText, roundWhole } from "./number.ts";

/** Supply against demand at one reference date, in FTE or in whatever the pools count. */
export interface Balance {
  year: number;
  supply: number;
  demand: number;
  /** Demand less supply: positive is a shortage. */
  gap: number;
  /** Posts the budget pays for, where they are to be shown and differ from demand. */
  funded?: number;
}

/**
 * The balance of a pool from the base year on. Funded demand is left out when it equals demand to a whole FTE at every
 * date, as it does in a system that gives none of its own: a second line on top of the first would say nothing.
 */
export function balancesOf(result: Result, { pool, funded }: { pool: string; funded: boolean }): Balance[] {
  const values = (measure: CountedMeasure) => result.series({ pool, measure }).map((point) => point.value);
  const [demand, gap, paid] = [values("demand"), values("gap"), funded ? values("funded") : []];
  const separate = paid.some((value, index) => roundWhole(value) !== roundWhole(demand[index] ?? 0));
  return result.series({ pool, measure: "supply" }).map(({ year, value }, index) => ({
    year,
    supply: value,
    demand: demand[index] ?? 0,
    gap: gap[index] ?? 0,
    ...(separate ? { funded: paid[index] ?? 0 } : {}),
  }));
}

/** What a board should take away, to go behind a pool's name: "would be 1,234 FTE short by 2035". */
export function balanceFinding(balance: Balance | undefined, unit: UnitWords): string {
  if (balance === undefined) return "has no years to show";
  const gap = roundWhole(balance.gap);
  if (gap === 0) return `would be in balance in ${balance.year}`;
  if (gap > 0) return `would be ${countText(gap)} ${unit.short} short by ${balance.year}`;
  return `would have ${countText(-gap)} ${unit.short} more than needed by ${balance.year}`;
}

/** One reference date as a sentence of the alternative text. */
export function balanceSentence({ year, supply, demand, gap, funded }: Balance): string {
  const paid = funded === undefined ? "" : `funded ${countText(funded)}, `;
  return `${year}: supply ${countText(supply)}, demand ${countText(demand)}, ${paid}${gapWords(gap)}.`;
}

/**
 * A gap in words: "1,234 FTE short", "56 FTE more than needed" or "in balance", by the rounded number; without the unit
 * where none is given.
 */
export function gapWords(gap: number, unit?: UnitWords): string {
  const rounded = roundWhole(gap);
  if (rounded === 0) return "in balance";
  const size = `${countText(Math.abs(rounded))}${unit ? ` ${unit.short}` : ""}`;
  return `${size} ${rounded > 0 ? "short" : "more than needed"}`;
}
