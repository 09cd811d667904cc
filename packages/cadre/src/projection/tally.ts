import { CAUSE_NAMES, type Cause, measureOf } from "../model/causes.ts";
import type { Resolved } from "../plan/resolved.ts";
import type { FLOW_MEASURES, HazardKind, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./projection.ts";

type Derived = "gap" | "vacancyRate" | `cost.${string}` | "agency";
type Counted = Exclude<(typeof STOCK_MEASURES)[number] | (typeof FLOW_MEASURES)[number], Derived>;

/** Where the totals of a projection stand. */
const TOTALS = {
  "joiners.market": "market",
  "joiners.hires": "hires",
  "joiners.pipeline": "pipeline",
  "joiners.returners": "returners",
  "joiners.wanted": "wanted",
  "leavers.hires": "hiredAway",
  "leavers.training": "training",
  joiners: "joiners",
} as const;
const SUMS = {
  headcount: "headcount",
  supply: "supply",
  "joiners.moves": "movesIn",
  "joiners.churn": "churn",
  "leavers.moves": "movesOut",
  churn: "churn",
  personYears: "personYears",
} as const;

/** The cause whose leavers a measure counts. */
const CAUSE_OF: ReadonlyMap<string, Cause> = new Map(CAUSE_NAMES.map((cause) => [measureOf(cause), cause]));

/** Every measure of a pool and year that the engine's totals give, worked out as it is asked for. */
export class Tally {
  private resolved: Resolved;
  private projection: Projection;
  /** What was worked out, and for the projection at hand. */
  private readonly memory = new Map<string, Float64Array>();
  private readonly known = new Set<string>();

  constructor(resolved: Resolved, projection: Projection) {
    this.resolved = resolved;
    this.projection = projection;
  }

  /** Goes on to another projection of the same pools and years, and writes over what was worked out before. */
  next(resolved: Resolved, projection: Projection): void {
    this.resolved = resolved;
    this.projection = projection;
    this.known.clear();
  }

  /** Totals by (date or year, pool), row-major. */
  of(measure: Counted | "gap"): Float64Array {
    if (Object.hasOwn(TOTALS, measure)) return this.projection[TOTALS[measure as keyof typeof TOTALS]];
    if (Object.hasOwn(SUMS, measure)) return this.projection.totals[SUMS[measure as keyof typeof SUMS]];
    const { totals } = this.projection;
    const cause = CAUSE_OF.get(measure);
    if (cause) return totals.leavers[cause];
    const out =
      this.memory.get(measure) ?? new Float64Array((measure === "leavers" ? totals.churn : totals.supply).length);
    if (this.known.has(measure)) return out;
    this.memory.set(measure, out);
    this.known.add(measure);
    if (measure === "leavers") this.leavers(out);
    else if (measure === "trainees") this.trainees(out);
    else if (measure === "gap") this.gap(out);
    else this.withBackfill(this.resolved[measure as "demand" | "funded"], out);
    return out;
  }

  private leavers(out: Float64Array): void {
    const { totals, hiredAway, training } = this.projection;
    out.fill(0);
    for (const left of [...Object.values(totals.leavers), totals.movesOut, totals.churn, hiredAway, training])
      for (let r = 0; r < out.length; r++) out[r]! += left[r]!;
  }

  private trainees(out: Float64Array): void {
    const { pools, years, joiners } = this.resolved;
    const { traineesAtBase, courses } = this.projection;
    out.fill(0);
    joiners.courses.forEach(({ works }, course) => {
      if (!works) return;
      for (let d = 0; d <= years.length; d++)
        out[d * pools.length + works.pool]! += d === 0 ? traineesAtBase[course]! : courses[d - 1]![course]!.trainees;
    });
  }

  private gap(out: Float64Array): void {
    const [demand, supply] = [this.of("demand"), this.of("supply")];
    for (let r = 0; r < out.length; r++) out[r] = demand[r]! - supply[r]!;
  }

  /** Posts by (date, pool) with what trainees add. */
  private withBackfill(byPool: readonly Float64Array[], out: Float64Array): void {
    const { backfill } = this.projection;
    const P = byPool.length;
    for (let p = 0; p < P; p++) {
      const path = byPool[p]!;
      for (let d = 0, r = p; d < path.length; d++, r += P) out[r] = path[d]! + backfill[r]!;
    }
  }
}

/** Whether a measure is one of the tally. */
export const isCounted = (measure: string): measure is Counted =>
  Object.hasOwn(TOTALS, measure) || Object.hasOwn(SUMS, measure) || CAUSE_OF.has(measure) || WORKED_OUT.has(measure);

const WORKED_OUT: ReadonlySet<string> = new Set(["demand", "funded", "trainees", "leavers"]);

/** Leavers of one kind in one model year, by (sex, age, tenure) of one pool. */
export function leaversByCell(
  resolved: Resolved,
  projection: Projection,
  pool: number,
  kind: HazardKind,
  year: number,
): Float64Array {
  const { size, rates } = resolved;
  const cells = size.entries * size.tenures;
  const start = (year * size.pools + pool) * cells;
  const lived = projection.personYears.subarray(start, start + cells);
  const out = new Float64Array(cells);
  const add = (hazard: Float64Array, at: number) => {
    for (let c = 0; c < cells; c++) out[c]! += lived[c]! * hazard[at + c]!;
  };
  if (kind !== "moves" && kind !== "churn") add(rates[year]!.hazards[kind], pool * cells);
  else
    for (const { from, to, hazard } of rates[year]!.moves)
      if (from === pool && (from === to) === (kind === "churn")) add(hazard, 0);
  return out;
}
