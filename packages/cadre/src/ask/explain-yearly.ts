import { datedParameters } from "../changes/dated-parameters.ts";
import { ScenarioChanges } from "../changes/scenario-changes.ts";
import { COST_NAMES } from "../model/costs.ts";
import { DEMAND_GROWTH_NAMES } from "../model/demand-growths.ts";
import type { ParameterName } from "../model/parameters.ts";
import { carriedOn } from "../plan/schedule.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import type { System } from "../system/types.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";
import { changeSteps } from "./explain-changes.ts";
import { writtenStep } from "./explain-input.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** A number as it was written, before changes. */
interface Written {
  /** Its path in the file; undefined where the file says nothing. */
  readonly path?: string;
  readonly given?: Quantity | QuantityMap;
  readonly value: number;
  readonly unit: string;
}

/** A parameter that a scenario may change by year: as written, each change at work in the year, and what was used. */
export function explainYearly(result: Result, parameter: ParameterName, pool: string, year: number): Explanation {
  const { scenario, system, years } = result.data.resolved;
  const ofSystem = datedParameters(system).get(parameter)?.of === "system";
  const title = ofSystem ? parameter : `${parameter} of ${system.pools[pool]!.title}`;
  const changes = changeSteps(result, parameter, ofSystem ? {} : { pool }, year);
  const p = ofSystem ? -1 : Object.keys(system.pools).indexOf(pool);
  const kept = wholes(pool, year)[parameter];
  if (kept) return whole(result, pool, kept, title, year, changes);
  const { path, given, value: base, unit } = writtenOf(system, parameter, pool, year);
  const value = new ScenarioChanges(system, scenario, years).value(parameter, base, year, p);
  const written: ExplanationStep =
    path && given
      ? { ...writtenStep(system, path, given, "As written"), value: base, unit }
      : { what: "Not given; without a change it is", value: base, unit };
  const said = changes.map((step) => (step.unit === "" ? { ...step, unit } : step));
  return {
    title: `${title}, ${year}`,
    value,
    unit,
    steps: [written, ...said, ...(changes.length > 0 ? [{ what: `Used in ${year}`, value, unit }] : [])],
  };
}

/** A number that the projection keeps as a whole, and what it is called. */
interface Kept {
  readonly what: string;
  readonly at: (result: Result) => number;
}

/** Numbers that the projection keeps as a whole, by parameter: hours by age, and the paths of demand. */
const wholes = (pool: string, year: number): Readonly<Record<string, Kept>> => ({
  fte: { what: "FTE a head if nothing changes, mean", at: (of) => meanHours(of, pool, year) },
  "demand.posts": { what: "Posts if nothing changes", at: (of) => of.at({ pool, measure: "demand", year }) },
  "demand.funded": { what: "Posts if nothing changes", at: (of) => of.at({ pool, measure: "funded", year }) },
});

function whole(
  result: Result,
  pool: string,
  { what, at }: Kept,
  title: string,
  year: number,
  changes: readonly ExplanationStep[],
): Explanation {
  const value = at(result);
  const unit = result.unit({ pool, measure: "demand" }).short;
  const before = at(run(result.data.resolved.system));
  const said = changes.map((step) => (step.unit === "" ? { ...step, unit } : step));
  const steps = [{ what, value: before, unit }, ...said, { what: `Used in ${year}`, value, unit }];
  return { title: `${title}, ${year}`, value, unit, steps };
}

/** FTE of a pool's staff without its trainees, a head. */
function meanHours(result: Result, pool: string, year: number): number {
  const { projection, resolved } = result.data;
  const p = resolved.pools.findIndex(({ id }) => id === pool);
  const trainees = projection.works[(year - result.base) * resolved.pools.length + p]!;
  const heads = result.at({ pool, measure: "headcount", year });
  return heads === 0 ? 0 : (result.at({ pool, measure: "supply", year }) - trainees) / heads;
}

const COURSE = /^pipelines\.([^.]+)\.(intake|completion|joins)(?:\.(.+))?$/;
const LISTED = /^(plannedMoves|shifts|substitutions)\.(\d+)\./;

function writtenOf(system: System, parameter: string, id: string, year: number): Written {
  const course = COURSE.exec(parameter);
  if (course) {
    const [, name = "", what, joined = ""] = course;
    const pipeline = system.pipelines[name]!;
    const path = `pipelines.${name}.${what}`;
    if (what === "intake")
      return { path, given: pipeline.intake, value: carriedOn(pipeline.intake.values, year), unit: "heads a year" };
    if (what === "completion") return of(path, pipeline.completion, "share");
    return { path, given: pipeline.joins, value: pipeline.joins.values[joined] ?? 0, unit: "share" };
  }
  if (parameter.startsWith("labourMarkets.")) {
    const name = parameter.slice("labourMarkets.".length, -".capacity".length);
    const { joiners, base } = run(system).data.resolved;
    const value = joiners.markets.find((market) => market.id === name)?.capacity[year - base - 1] ?? 0;
    const { capacity } = system.labourMarkets[name]!;
    const path = `labourMarkets.${name}.capacity`;
    return { ...(capacity !== "base-year" && { path, given: capacity }), value, unit: "recruits a year" };
  }
  const listed = LISTED.exec(parameter);
  if (listed) {
    const i = Number(listed[2]);
    if (listed[1] === "plannedMoves") {
      const { heads } = system.plannedMoves[i]!;
      return { path: parameter, given: heads, value: carriedOn(heads.values, year), unit: "heads a year" };
    }
    return listed[1] === "shifts"
      ? of(parameter, system.shifts[i]!.share, "share")
      : of(parameter, system.substitutions[i]!.fte, "FTE");
  }
  return writtenOfPool(system, parameter, id, year);
}

/** A number of a pool as it was written, before changes. */
function writtenOfPool(system: System, parameter: string, id: string, year: number): Written {
  const pool = system.pools[id]!;
  const [first, name, ...rest] = parameter.split(".");
  if (first === "pay") {
    const relative = pool.pay?.relative;
    return { ...of(`pools.${id}.${parameter}`, relative, "factor"), value: relative?.value ?? 1 };
  }
  if (name === "responds") {
    const { recruitment, leaving } = pool;
    const given = first === "leaving" ? leaving.responds : recruitment.responds;
    return of(`pools.${id}.${parameter}`, given?.power, "number");
  }
  switch (first) {
    case "demand": {
      const growth = DEMAND_GROWTH_NAMES.find((one) => one === name)!;
      return of(`demand.${id}.${name}`, system.demand[id]?.[growth], "per year");
    }
    case "costs": {
      const cost = COST_NAMES.find((one) => one === name)!;
      const own = pool.costs[cost];
      return of(own ? `pools.${id}.costs.${name}` : `costs.${name}`, own ?? system.costs[cost], "GBP");
    }
    case "agency": {
      const { agency } = pool;
      return of(`pools.${id}.${parameter}`, name === "premium" ? agency?.premium : agency?.fills, "share");
    }
    case "absence":
    case "participation":
    case "bank":
    case "abroad":
      return writtenOfStaff(pool, id, parameter, year);
    case "returners": {
      const { share, heads } = pool.returners[Number(name)]! ?? {};
      const path = `pools.${id}.returners.${name}`;
      if (share) return of(`${path}.share`, share, "share");
      return { path: `${path}.heads`, given: heads, value: carriedOn(heads?.values ?? {}, year), unit: "heads a year" };
    }
    case "leaving":
      return of(`pools.${id}.${parameter}`, pool.leaving.stayingInSector, "share");
    default: {
      const path = `pools.${id}.${parameter}`;
      if (name === "from") {
        const { from } = pool.recruitment;
        return { path, given: from, value: from?.values[rest.join(".")] ?? 0, unit: "share" };
      }
      const { effort, weight } = pool.recruitment;
      return of(path, name === "weight" ? weight : effort, "factor");
    }
  }
}

/** Who is at work, who comes from abroad, and what the bank fills. */
function writtenOfStaff(
  { absence, participation, bank, abroad }: System["pools"][string],
  id: string,
  parameter: string,
  year: number,
): Written {
  const path = `pools.${id}.${parameter}`;
  switch (parameter) {
    case "absence.sickness":
      return of(path, absence?.sickness, "share");
    case "absence.maternity":
      return of(path, absence?.maternity, "share");
    case "participation":
      return { ...of(path, participation, "share"), value: participation?.value ?? 1 };
    case "bank.fills":
      return of(path, bank?.fills, "share");
    case "bank.premium":
      return of(path, bank?.premium, "share");
    case "abroad.policy":
      return { ...of(path, abroad?.policy, "factor"), value: abroad?.policy.value ?? 1 };
    default: {
      const value = carriedOn(abroad?.recruits.values ?? {}, year);
      return { path, ...(abroad && { given: abroad.recruits }), value, unit: "heads a year" };
    }
  }
}

const of = (path: string, given: Quantity | undefined, unit: string): Written => ({
  path,
  given,
  value: given?.value ?? 0,
  unit: given?.unit === "hazard" ? "per person-year" : unit,
});
