import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { HistoricRate } from "./historic-rate.ts";

/** Full-time equivalents a head: one number, a list by age or by sex, or a list by age for each sex. */
export type FteAHead = HistoricRate | QuantityMap | Readonly<Record<string, QuantityMap>>;

/** The lists by age for each sex, where that is how it is given. */
export function listsBySex(fte: FteAHead): Readonly<Record<string, QuantityMap>> | undefined {
  // A record by sex holds lists alone; the others have a unit.
  return "unit" in fte && typeof fte.unit === "string" ? undefined : (fte as Readonly<Record<string, QuantityMap>>);
}

/** FTE a head of one sex: `one` number for every age, or `values` by age band. */
export function fteOf(
  fte: FteAHead,
  sex: string,
): { readonly one?: number; readonly values?: Readonly<Record<string, number>> } {
  const lists = listsBySex(fte);
  if (lists) return { values: lists[sex]?.values ?? {} };
  if ("written" in fte) return { one: (fte as HistoricRate).value };
  const { values } = fte as QuantityMap;
  const own = parseBand(sex) ? undefined : values[sex];
  return own === undefined ? { values } : { one: own };
}
