import type { Resolved } from "../resolve/resolved.ts";
import { type CostTally, costTally, courseCosts, interventionCosts } from "./costs.ts";
import type { Group } from "./groups.ts";
import { type Measure, PIPELINE_MEASURES, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./project.ts";
import { type Tally, tally } from "./tally.ts";

/** One measure of a pool or group: of stocks at each reference date, of flows in each model year. */
export type ColumnOf = (group: Group, measure: Measure) => Float64Array;

/** Whether a measure is counted at reference dates. */
export const isStock = (measure: string): boolean => STOCKS.has(measure);

const STOCKS: ReadonlySet<string> = new Set(STOCK_MEASURES);
const PIPELINE: ReadonlySet<string> = new Set(PIPELINE_MEASURES);

/** Everything that a projection says of pools and groups, worked out as it is asked for. */
export function columnsOf(resolved: Resolved, projection: Projection): ColumnOf {
  const { system, years } = resolved;
  const pools = resolved.pools.length;
  const counted = tally(resolved, projection);
  let costs: CostTally | undefined;
  let paid: Float64Array | undefined;
  const byPool = (measure: Measure): Float64Array | undefined => {
    if (measure in counted) return counted[measure as keyof Tally];
    costs ??= costTally(resolved, projection, counted);
    return costs[measure as keyof CostTally];
  };
  /** The values of a group's pools, added up. */
  const total = ({ pools: members }: Group, values: Float64Array): Float64Array => {
    const out = new Float64Array(values.length / pools);
    for (const p of members) for (let row = 0, r = p; row < out.length; row++, r += pools) out[row] += values[r];
    return out;
  };
  /** What interventions cost is paid for by the whole system. */
  const interventions = ({ id }: Group, measure: Measure): Float64Array | undefined => {
    if (id !== "all" || !measure.startsWith("cost.")) return undefined;
    paid ??= interventionCosts(resolved);
    return paid;
  };
  return (group, measure) => {
    if (measure === "gap" || measure === "vacancyRate") {
      const demand = total(group, counted.demand);
      const supply = total(group, counted.supply);
      return demand.map((need, row) => {
        const gap = need - supply[row];
        return measure === "gap" ? gap : need === 0 ? 0 : gap / need;
      });
    }
    // Training is paid for where finishers go; trainees are counted with their course.
    const byCourse = group.courses.length > 0 && (group.pools.length === 0 || measure !== "cost.training");
    if (byCourse && (measure === "trainees" || PIPELINE.has(measure)))
      return ofCourses(resolved, projection, group, measure);
    const length = isStock(measure) ? years.length + 1 : years.length;
    const extra = interventions(group, measure);
    if (measure === "cost.interventions") return extra ?? new Float64Array(length);
    const values = byPool(measure);
    if (!values) return new Float64Array(length);
    const sum = total(group, values);
    if (!extra) return sum;
    if (measure === "cost.total") return sum.map((cost, row) => cost + extra[row]);
    if (measure !== "cost.discounted") return sum;
    const discount = 1 + (system.costs.discountRate?.value ?? 0);
    return sum.map((cost, row) => cost + extra[row] / discount ** (row + 0.5));
  };
}

/** What is counted of a group's courses, in each model year, or at each reference date for trainees. */
function ofCourses(resolved: Resolved, projection: Projection, { courses }: Group, measure: Measure): Float64Array {
  const prices = measure === "cost.training" ? courseCosts(resolved, projection) : [];
  const one = (course: number, row: number): number => {
    if (measure === "trainees")
      return row === 0 ? projection.traineesAtBase[course] : projection.courses[row - 1][course].trainees;
    const { entrants, missing, dropouts, graduates, joined, years: lived } = projection.courses[row][course];
    switch (measure) {
      case "entrants":
        return entrants;
      case "entrants.missing":
        return missing;
      case "dropouts":
        return dropouts;
      case "graduates":
        return graduates;
      case "graduates.joined":
        return joined;
      case "graduates.lost":
        return graduates - joined;
      case "trainingYears":
        return lived;
      default:
        return prices[course][row];
    }
  };
  const length = resolved.years.length + (measure === "trainees" ? 1 : 0);
  return Float64Array.from({ length }, (_, row) => courses.reduce((sum, course) => sum + one(course, row), 0));
}
