import type { Result } from "../projection/result.ts";
import type { Verification } from "./record-parts.ts";

/** Relative; what "nobody appears or vanishes" means. */
const TOLERANCE = 1e-9;

/** Whether the people of each pool at the end of each year are those at its start, and who came, less who left. */
export function conserved(results: readonly Result[]): Verification {
  const what = "People in a year: those at its start, and who joined, less who left";
  let worst = 0;
  let count = 0;
  for (const result of results) {
    for (const { id } of result.pools)
      for (const year of result.years) {
        // Heads that are not known are no balance, and are told as one that is off.
        const at = (measure: "headcount" | "joiners" | "leavers", of = year) =>
          result.at({ pool: id, measure, year: of }) ?? Number.NaN;
        const before = at("headcount", year - 1);
        const after = before + at("joiners") - at("leavers");
        const off = Math.abs(after - at("headcount")) / Math.max(1, before);
        worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(worst, off);
        count++;
      }
  }
  const fine = worst <= TOLERANCE;
  return {
    what,
    outcome: fine ? "passed" : "failed",
    detail: `${count} balances of a pool and a year, the worst off by ${worst.toExponential(0)} of its people.`,
  };
}
