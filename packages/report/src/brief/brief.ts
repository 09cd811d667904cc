import type { PackBrief, PackPage } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { askBrief } from "./ask.ts";
import { gapBrief, sureBrief } from "./gap.ts";
import { judgementBrief } from "./judgement.ts";
import { actionsBrief, changeBrief, costsBrief, scenariosBrief } from "./plan.ts";
import { answerHeadline, assumptionsHeadline, chanceHeadline, evidenceHeadline, leaversHeadline } from "./rest.ts";
import { causesBrief, retireBrief, whereBrief } from "./staff.ts";

/** Pages that a board is shown; what else there is stands behind them. */
const SHOWN: Readonly<Record<string, (setting: PackSetting) => PackBrief | undefined>> = {
  judgement: judgementBrief,
  decision: askBrief,
  "supply-and-demand": gapBrief,
  "why-the-gap-changes": causesBrief,
  "where-the-gap-is": whereBrief,
  scenarios: scenariosBrief,
  "what-the-plan-changes": changeBrief,
  interventions: actionsBrief,
  "how-sure": sureBrief,
  "who-retires": retireBrief,
  costs: costsBrief,
};

/** Pages for looking up whose title is too long for a headline. */
const LOOKED_UP: Readonly<Record<string, (setting: PackSetting) => string>> = {
  answer: answerHeadline,
  scenarios: ({ year }) => `The scenarios side by side in ${year}`,
  chance: chanceHeadline,
  "who-leaves": leaversHeadline,
  assumptions: assumptionsHeadline,
  evidence: evidenceHeadline,
  "data-quality": ({ first }) =>
    `How good the ${first.assumptions.filter(({ value }) => value !== undefined).length} numbers are`,
};

/** With the cover a board sees at most ten slides. */
const MOST = 9;
/** What gives way first where there are more: others say much the same. */
const GIVES_WAY = ["scenarios", "how-sure", "who-retires"];

/** The pages with what a slide says of each; those with something to take away are shown to a board. */
export function withBriefs(setting: PackSetting, pages: readonly PackPage[]): PackPage[] {
  const briefs = new Map(pages.flatMap(({ id }) => named(id, SHOWN[id]?.(setting))));
  const away = GIVES_WAY.filter((id) => briefs.has(id)).slice(0, Math.max(0, briefs.size - MOST));
  return pages.map((page) => {
    const brief = briefs.get(page.id);
    const headline = brief?.headline ?? LOOKED_UP[page.id]?.(setting);
    return {
      ...page,
      ...(headline !== undefined && { headline }),
      ...(brief && !away.includes(page.id) && { so: brief.so }),
    };
  });
}

const named = (id: string, brief: PackBrief | undefined): [string, PackBrief][] => (brief ? [[id, brief]] : []);
