import type { Result } from "cadre";
import { countText, roundWhole } from "./number.ts";
import type { UncertainRun } from "./uncertain-run.ts";

/** Whose gap, and when. */
interface GapQuery {
  pool?: string;
  year: number;
}

/**
 * What is said of the gap of a run: the median of its draws where there are any, or else the run itself, so that every
 * picture of a place says the same. An unknown pool or year is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { statedGap } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * statedGap(today, [], { year: 2035 }) === today.at({ measure: "gap", year: 2035 }); // true: no draws
 * ```
 */
export function statedGap(result: Result, sure: readonly UncertainRun[], asked: GapQuery): number {
  const query = { ...asked, measure: "gap" } as const;
  return sure.find(({ central }) => central.id === result.id)?.at(query).p50 ?? result.at(query);
}

/** Says that a title tells medians and the picture the run; nothing where they read the same. */
export function twoBases(results: readonly Result[], sure: readonly UncertainRun[], asked: GapQuery): string[] {
  const plain = (one: Result) => one.at({ ...asked, measure: "gap" });
  const apart = results.some((one) => roundWhole(statedGap(one, sure, asked)) !== roundWhole(plain(one)));
  const [run] = sure;
  return apart && run ? [`Title: median of ${countText(run.draws)} draws. Drawn: everything at its centre.`] : [];
}
