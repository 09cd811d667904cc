import type { Result } from "cadre";
import { isThere } from "./setting.ts";

/** More of them than this are not read one by one; then sectors stand in place of employers. */
const MOST = 12;

/** By what a system's staff are told apart. */
export type Groups = "employers" | "sectors" | "pools";

/** Employers, or sectors where employers are too many or only one, or pools; nothing where there is one of each. */
export function splitOf(result: Result): { groups: Groups; ids: string[] } | undefined {
  const idsOf = (isMeant: (id: string) => boolean) =>
    result.groups.map(({ id }) => id).filter((id) => isMeant(id) && isThere(result, id));
  const pools = new Set(result.pools.map(({ id }) => id));
  const by: readonly { groups: Groups; ids: string[] }[] = [
    { groups: "employers", ids: idsOf((id) => id.startsWith("employer:")) },
    { groups: "sectors", ids: idsOf((id) => id.startsWith("sector:")) },
    { groups: "pools", ids: idsOf((id) => pools.has(id)) },
  ];
  return by.find(({ ids }) => ids.length > 1 && ids.length <= MOST) ?? by.find(({ ids }) => ids.length > 1);
}
