import { type Intervention, run, type Scenario, type System } from "cadre";
import { frontier, type Objective, type PlanAnswer, type PlanQuestion, portfolio } from "cadre/decide";
import type { TaskControl } from "./task-control.ts";

/** What a reader wants: of whose gap how much may be left in which year, what may be done for it, and for how much. */
export interface PlanRequest {
  /** What is done anyway. */
  readonly scenario: Scenario;
  readonly entries: readonly Intervention[];
  readonly pool: string;
  readonly year: number;
  /** The most FTE that may be short. */
  readonly atMost: number;
  /** Pounds up to the year. */
  readonly total: number;
  /** Whether what has no price has the one that the catalogue assumes. */
  readonly assumedPrices: boolean;
}

/** The best plan for a sum: what it costs up to the year, and what it leaves of the gap. */
export interface BestForSum {
  readonly pounds: number;
  readonly gap: number;
  readonly actions: number;
  readonly stopped: boolean;
}

/** A plan begins as it is set, or so many years later. */
const LATER = 3;

/** The cheapest plan that leaves no more of the gap than is wanted, or the one that comes nearest. */
export const cheapestPlan = (system: System, given: PlanRequest, control: TaskControl): Promise<PlanAnswer> => {
  const { pool, year, atMost, total } = given;
  const objective: Objective = { least: "cost", target: { pool, year, atMost } };
  const short = upTo(system, year);
  return portfolio(short, { ...questionOf(short, given, objective), budget: { total } }, search(control));
};

/** Shares of the money that all useful actions take. */
const SHARES = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1];

/** The best plans for rising sums, up to all that the actions can do. */
export async function bestForSums(system: System, given: PlanRequest, control: TaskControl): Promise<BestForSum[]> {
  const { pool, year } = given;
  const short = upTo(system, year);
  const { groups, pools } = run(short, given.scenario);
  const wanted = groups.find(({ id }) => id === pool)?.pools ?? [];
  const weights = Object.fromEntries(pools.map(({ id }, p) => [id, wanted.includes(p) ? 1 : 0]));
  const question = questionOf(short, given, { least: "shortage", weights, from: year, until: year });
  const most = await portfolio(short, question, search(control));
  const sums = most.stopped ? [] : SHARES.map((share) => Math.ceil(share * most.total));
  const answers =
    sums.length === 0 ? [most] : (await frontier(short, question, sums, search(control))).map((one) => one.answer);
  const found = answers.map(({ scenario, total, parts, stopped }): BestForSum => {
    const gap = run(short, scenario).at({ pool, measure: "gap", year });
    return { pounds: total, gap, actions: parts.length, stopped };
  });
  // What costs more and closes no more is the best plan for no sum.
  return found.filter((one, i) => found.slice(0, i).every((before) => before.gap > one.gap + 1e-9));
}

function questionOf(short: System, given: PlanRequest, objective: Objective): PlanQuestion {
  const { scenario, entries, year, assumedPrices } = given;
  const first = Number(short.calendar.base.slice(0, 4)) + 1;
  return {
    scenario,
    objective,
    assumedPrices,
    counting: ["cost.interventions", "cost.training"],
    options: entries.map((intervention) => {
      const start = Math.min(Math.max(intervention.from ?? first, first), year);
      return { intervention, starts: start + LATER < year ? [start, start + LATER] : [start] };
    }),
  };
}

const search = ({ progress, signal }: TaskControl) => ({
  withoutSolver: true,
  signal,
  progress: (runs: number) => progress(runs, 0),
});

const cut = new WeakMap<System, Map<number, System>>();

/** A system that ends in a year: what comes later is not looked at, and its costs are not counted. */
function upTo(system: System, year: number): System {
  const known = cut.get(system) ?? new Map<number, System>();
  cut.set(system, known);
  const { calendar } = system;
  const short =
    known.get(year) ??
    Object.freeze({ ...system, calendar: { ...calendar, until: calendar.until.replace(/^\d{4}/, String(year)) } });
  known.set(year, short);
  return short;
}
