import type { PackPage } from "../pack/pack.ts";
import type { Setting } from "../pack/setting.ts";
import { askBrief } from "./ask.ts";
import { gapBrief, sureBrief } from "./gap.ts";
import { actionsBrief, changeBrief, costsBrief, scenariosBrief } from "./plan.ts";
import { causesBrief, leaversBrief, retireBrief, whereBrief } from "./staff.ts";

/** What a slide says of a page: a headline of at most twelve words, and up to three things to take away. */
export type Brief = Required<Pick<PackPage, "headline" | "so">>;

/** Pages that a board is shown, in this order; what else there is stands behind them. */
const OF = {
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
} as const satisfies Readonly<Record<string, (setting: Setting) => Brief | undefined>>;

/** With the cover a board sees at most ten slides. */
const MOST = 9;
/** What gives way first where there are more: others say much the same. */
const GIVES_WAY = ["scenarios", "how-sure", "who-retires"];

/** The pages with what a slide says of each; the first ones are shown to a board, the others are for looking up. */
export function withBriefs(setting: Setting, pages: readonly PackPage[]): PackPage[] {
  const told = pages.map((page) => ({ page, brief: briefOf(setting, page.id) }));
  const shown = told.flatMap(({ page, brief }) => (brief ? [page.id] : []));
  const away = GIVES_WAY.filter((id) => shown.includes(id)).slice(0, Math.max(0, shown.length - MOST));
  return told.map(({ page, brief }) => {
    const headline = brief?.headline ?? (page.id === "who-leaves" ? leaversBrief(setting) : undefined);
    return {
      ...page,
      ...(headline !== undefined && { headline }),
      ...(brief && !away.includes(page.id) && { so: brief.so }),
    };
  });
}

const briefOf = (setting: Setting, id: string): Brief | undefined =>
  Object.hasOwn(OF, id) ? OF[id as keyof typeof OF](setting) : undefined;
