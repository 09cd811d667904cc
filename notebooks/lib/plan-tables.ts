import { countText, type Table } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";

/** A result and the head of its column. */
export interface PlanColumn {
  readonly head: string;
  readonly result: Result;
}

/** A row: its name, and the number of a measure in each result. */
interface PlanRow {
  readonly title: string;
  readonly measure: CountedMeasure;
  readonly pool?: string;
  /** In millions, for pounds. */
  readonly millions?: boolean;
}

const BALANCE: readonly PlanRow[] = [
  { title: "Gap, FTE: social care", measure: "gap", pool: "sector:social-care" },
  { title: "Gap, FTE: health", measure: "gap", pool: "sector:health" },
  { title: "Gap, FTE: in all", measure: "gap" },
  { title: "People whom health hires out of care", measure: "joiners.hires" },
  { title: "Agency staff, FTE", measure: "agency" },
  { title: "Agency staff, £ million", measure: "cost.agency", millions: true },
  { title: "Pay of staff, £ million", measure: "cost.pay", millions: true },
  { title: "Measures with a price, £ million", measure: "cost.interventions", millions: true },
];

/** Gaps, hiring, agency staff and costs of plans in a year, side by side. */
export function planBalance(plans: readonly PlanColumn[], year: number, caption: string): Table {
  const number = ({ measure, pool = "all", millions = false }: PlanRow) =>
    plans.map(({ result }) => countText(result.at({ pool, measure, year }) / (millions ? 1e6 : 1)));
  return {
    caption,
    columns: ["", ...plans.map(({ head }) => head)],
    rows: BALANCE.map((row) => [row.title, ...number(row)]),
  };
}

/** Who looks for people for first posts in a year, who finds them, and whom health hires out of care. */
export function firstPosts(plans: readonly PlanColumn[], year: number): Table {
  const { referenceDate = "" } = plans[0]?.result ?? {};
  const people = (measure: CountedMeasure, pool: string, less?: string) =>
    plans.map(({ result }) => {
      const those = result.at({ pool, measure, year });
      return countText(less === undefined ? those : those - result.at({ pool: less, measure, year }));
    });
  return {
    caption: `People in the year to ${referenceDate} ${year}`,
    columns: ["", ...plans.map(({ head }) => head)],
    rows: [
      ["Looked for, new, for first posts", ...people("joiners.wanted", "level:2")],
      ["Found", ...people("joiners.market", "level:2")],
      ["Of them care workers", ...people("joiners.market", "care-workers")],
      ["Of them NHS support staff", ...people("joiners.market", "level:2", "care-workers")],
      ["Care workers whom health hires", ...people("joiners.hires", "level:2")],
      ["Care’s nurses whom health hires", ...people("joiners.hires", "level:6")],
    ],
  };
}
