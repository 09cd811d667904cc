import type { Result } from "cadre";
import { type AdjustmentEffect, adjustmentEffects } from "cadre/scenarios";
import { signed } from "../pack/cell.ts";
import type { PackCell, PackPage } from "../pack/pack.ts";

/** What is set by judgement in any of the results, and what that does; left out where nothing is. */
export function judgementPage(results: readonly Result[]): PackPage | undefined {
  const all = judgementsIn(results);
  const [largest] = byEffect(all);
  if (!largest) return undefined;
  const [{ last }] = results as readonly [Result, ...Result[]];
  return {
    id: "judgement",
    about: "Set by judgement",
    title: `${all.length === 1 ? "One number is" : `${all.length} numbers are`} set by judgement; ${largest.number} moves the gap of ${last} by ${signed(largest.effect)} FTE`,
    text: "Somebody has replaced these numbers of the files. Each has an effect: the gap of all staff with it, less the gap without it, while the others stay.",
    points: [],
    tables: [
      {
        caption: "Numbers set by judgement",
        columns: [
          { title: "Number", kind: "text" },
          { title: "Set to", kind: "text" },
          { title: "Effect (FTE)", kind: "change" },
          ...["Who", "Look again by", "Why"].map((title) => ({ title, kind: "text" }) as const),
        ],
        rows: all.map(rowOf),
      },
    ],
    notes: ["Past its day a number should be looked at again before it is used."],
  };
}

const rowOf = ({ number, set, effect, who, until, why }: AdjustmentEffect): PackCell[] => [
  number,
  String(Number(set.toPrecision(6))),
  effect,
  ...[who, until, why],
];

/** Every number that somebody has set by judgement in any of the results, once, in the order of the files. */
export function judgementsIn(results: readonly Result[]): AdjustmentEffect[] {
  const found = results.flatMap(({ data: { resolved } }) => adjustmentEffects(resolved.given, resolved.scenario));
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The largest effect first. */
export const byEffect = (all: readonly AdjustmentEffect[]): AdjustmentEffect[] =>
  all.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
