import { countText, roughText } from "@cadre/charts";
import { chanceWords, rounded } from "../pack/cell.ts";
import type { PackBrief } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { drawnPair, gapOf, rangeOf } from "../pack/stated.ts";
import { rangeWords } from "./rough.ts";

/** A gap as a headline says it: "About 9,100 FTE short", "In balance", "About 300 FTE more than needed". */
export function shortWords(setting: PackSetting, gap: number): string {
  const unit = setting.first.unit({ pool: setting.pool, measure: "gap" }).short;
  if (rounded(gap) === 0) return "In balance";
  const size = `About ${roughText(Math.abs(gap))} ${unit}`;
  return gap > 0 ? `${size} short` : `${size} more than needed`;
}

/** How short of staff, if nothing changes. */
export function gapBrief(setting: PackSetting): PackBrief {
  const { first, pool, year } = setting;
  const gap = gapOf(setting, first, { pool, year });
  const before = first.at({ pool, measure: "gap", year: first.base });
  const demand = first.at({ pool, measure: "demand", year });
  const range = rangeOf(setting, first, { pool, year });
  const side = gap < 0 ? "more than needed" : "short";
  return {
    headline: `${shortWords(setting, gap)} by ${year} if nothing changes`,
    so: [
      {
        mark: roughText(Math.abs(gap)),
        words: `${side} in ${year}${range ? `, likely ${rangeWords(range)}` : "; nobody has given a range"}.`,
      },
      { mark: roughText(Math.abs(before)), words: `${before < 0 ? "more than needed" : "short"} in ${first.base}.` },
      ...(gap > 0 && demand > 0
        ? [{ mark: `${countText((100 * gap) / demand)} of 100`, words: `posts would stand empty in ${year}.` }]
        : []),
    ],
  };
}

/** How sure that is; left out without draws. */
export function sureBrief(setting: PackSetting): PackBrief | undefined {
  const { first, plan, pool, year, target } = setting;
  const [run, other] = drawnPair(setting);
  const range = rangeOf(setting, first, { pool, year });
  if (!run || !range) return undefined;
  const unit = first.unit({ pool, measure: "gap" }).short;
  const chance = (one: typeof run) => chanceWords(one.chance({ pool, measure: "gap", year, atMost: target }));
  const aim = target === 0 ? "of no shortage" : `of a gap of at most ${countText(target)} ${unit}`;
  return {
    headline: `Likely ${rangeWords(range)} ${unit} short in ${year}`,
    so: [
      { mark: "8 in 10", words: `of ${countText(run.draws)} draws lie between ${rangeWords(range, "and")}.` },
      { mark: chance(run), words: `is the chance ${aim} in ${year} if nothing changes.` },
      ...(other && plan ? [{ mark: chance(other), words: "is that chance with the plan." }] : []),
    ],
  };
}
