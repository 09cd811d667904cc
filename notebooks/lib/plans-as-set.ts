import type { Scenario } from "cadre";
import { basedOn } from "./based-on.ts";

/** What two plans and one plan are made of on the page. Percentages are of today, or of what the plans would be. */
export interface PlanSettings {
  readonly nothing: Scenario;
  /** The first model year in which a plan acts. */
  readonly from: number;
  readonly called: string;
  /** How hard care looks for care workers, and health for support staff. */
  readonly careEffort: number;
  readonly healthEffort: number;
  /** How much health's offer draws, compared with care's, in two plans. */
  readonly offer: number;
  /** The part of outbidding, and of hiring out of care, that one plan ends. */
  readonly reach: number;
  /** Whether effects are taken as hoped, without regard for their evidence. */
  readonly inFull: boolean;
  /** What else each does in two plans, and what is done jointly in one. */
  readonly apiece: readonly Scenario[];
  readonly jointly: readonly Scenario[];
}

/** The two scenarios that a reader has set: two plans that compete, and one plan. */
export function plansAsSet(set: PlanSettings): { readonly separate: Scenario; readonly joint: Scenario } {
  const left = 1 - set.reach / 100;
  const bids = Math.round(1000 + (set.offer - 100) * 10 * left) / 1000;
  const outOfCare = ["care-workers", "care-nurses"].map((pool) => ({
    ...{ parameter: `recruitment.from.${pool}`, where: { sector: "health" }, from: set.from },
    ...{ over: 3, multiply: left },
  }));
  return {
    separate: planOf("Two plans", set, set.apiece, set.offer / 100),
    joint: basedOn(planOf("One plan", set, set.jointly, bids), {
      title: `One plan, ${set.called}`,
      assumptions: outOfCare,
    }),
  };
}

/** One more person for first posts in so many, from a campaign that brings new people in. */
export const campaignOf = (from: number, percent: number): Scenario => ({
  assumptions: [{ parameter: "labourMarkets.entry-level.capacity", from, multiply: 1 + percent / 100 }],
  interventions: [],
});

function planOf(name: string, set: PlanSettings, parts: readonly Scenario[], bids: number): Scenario {
  const { from, careEffort, healthEffort } = set;
  const effort = (role: string, percent: number) => ({
    ...{ parameter: "recruitment.effort", where: { role }, from, multiply: percent / 100 },
  });
  return basedOn(set.nothing, {
    title: `${name}, ${set.called}`,
    evidence: set.inFull ? "off" : "on",
    sources: Object.assign({}, ...parts.map(({ sources }) => sources)),
    assumptions: [
      effort("care workers", careEffort),
      effort("clinical support", healthEffort),
      { parameter: "recruitment.weight", where: { sector: "health" }, from, multiply: bids },
      ...parts.flatMap(({ assumptions = [] }) => assumptions),
    ],
    interventions: parts.flatMap(({ interventions = [] }) => interventions),
  });
}
