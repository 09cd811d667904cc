import { signed } from "../pack/cell.ts";
import type { PackBrief } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { byEffect, judgementsIn } from "../pages/judgement.ts";

/** What somebody has set by judgement: a board sees it before anything that rests on it. */
export function judgementBrief({ results, first }: PackSetting): PackBrief | undefined {
  const all = judgementsIn(results);
  const [largest] = byEffect(all);
  if (!largest) return undefined;
  return {
    headline: all.length === 1 ? "One number is set by judgement" : `${all.length} numbers are set by judgement`,
    so: [
      { mark: signed(largest.effect), words: `on the gap of ${first.last} by “${largest.number}”, the largest.` },
      { mark: "Look again", words: `by ${largest.until}. ${largest.who} answers for it.` },
    ],
  };
}
