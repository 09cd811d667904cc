import { listsBySex } from "../rates/fte-a-head.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import type { System } from "./types.ts";
import { coversAxis, validateAges, validateSexes } from "./validate-lists.ts";

/** Checks full-time equivalents a head by age, by sex, or by both. */
export function validateFte(
  { fte, counts }: Pool,
  path: readonly PropertyKey[],
  system: System,
  ageless: boolean,
  problems: Problems,
): void {
  if (counts === "jobs" && !("written" in fte && fte.value === 1)) {
    problems.add(path, {
      code: "job-with-hours",
      message: "A pool that counts jobs has no full-time equivalents a head.",
      value: "written" in fte ? String(fte.written) : "(a list)",
      rule: "counts: jobs takes each job as one, whatever its hours.",
      fix: "Remove fte, or write counts: people and give the headcount in people.",
    });
    return;
  }
  if ("written" in fte) return;
  const bySex = listsBySex(fte);
  if (!bySex) {
    const list = fte as QuantityMap;
    if (!Object.keys(list.values).some(parseBand)) validateSexes(list, path, system, problems);
    else byAge(list, path, system, ageless, problems);
    return;
  }
  // The sexes are checked by their names alone.
  const values = Object.fromEntries(Object.keys(bySex).map((sex) => [sex, 1]));
  validateSexes({ values, unit: "FTE", kind: "assumption" }, path, system, problems);
  for (const [sex, list] of Object.entries(bySex)) byAge(list, [...path, sex], system, ageless, problems);
}

function byAge(
  list: QuantityMap,
  path: readonly PropertyKey[],
  system: System,
  ageless: boolean,
  problems: Problems,
): void {
  validateAges(list, path, system, ageless, problems);
  if (!ageless) coversAxis(list, path, "full-time equivalent", system, problems);
}
