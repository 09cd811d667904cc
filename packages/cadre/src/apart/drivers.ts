import { populationIndex } from "../demand/demand.ts";
import { RESULT } from "../error/argument.ts";
import { checkArguments, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { CAUSE_NAMES, factsOf } from "../model/causes.ts";
import type { CountedMeasure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { referenceDates } from "../table/dates.ts";

/** One cause of a change in the gap, in FTE; positive parts widen it. */
export interface Driver {
  readonly id:
    | "people-served"
    | "other-demand"
    | "retirements"
    | "other-leavers"
    | "recruits"
    | "pipelines"
    | "returners"
    | "moves"
    | "hours";
  readonly title: string;
  readonly value: number;
}

const TITLES: Readonly<Record<Driver["id"], string>> = {
  "people-served": "More or older people to serve",
  "other-demand": "Other changes of demand",
  retirements: "Retirements",
  "other-leavers": "Other leavers and deaths",
  recruits: "Recruits from the labour market",
  pipelines: "Pipelines",
  returners: "People who come back",
  moves: "Moves and hiring between pools",
  hours: "Hours worked at each age",
};

/**
 * Why the gap of a pool or group changes between the base date and the reference date of a year: the parts, in FTE, add
 * up to the change exactly. People count at the hours of their age when they come or go; what changes in hours while
 * they stay, and the work of trainees in training, is a part of its own. Method: docs/method/decompose.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { gapDrivers } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * gapDrivers(today, { pool: "independent-care", year: 2035 })[0].title; // "More or older people to serve"
 * ```
 */
export function gapDrivers(result: Result, question: { pool?: string; year: number }): Driver[] {
  checkArguments({ result, question }, { result: RESULT, question: only({ pool: optional(TEXT), year: NUMBER }) });
  const { pool = "all", year } = question;
  const { resolved, projection } = result.data;
  const { size, fte, joiners, stepsPerYear } = resolved;
  const { rates } = projection;
  const { entries, tenures: K } = size;
  const cells = entries * K;
  const group = result.groups.find(({ id }) => id === pool)?.pools ?? [];
  const at = (measure: CountedMeasure, when: number) => result.at({ pool, measure, year: when });
  // Asking for the gap gives the result's own error for a pool or year that is not there.
  at("gap", year);
  const inside = new Set(group);
  const parts = { retirements: 0, others: 0, recruits: 0, pipelines: 0, returners: 0, moves: 0 };
  const last = year - result.base;
  for (let y = 0; y < last; y++) {
    const hours = fte[y + 1]!;
    for (const p of group) {
      const lived = projection.personYears.subarray((y * size.pools + p) * cells, (y * size.pools + p + 1) * cells);
      for (const cause of CAUSE_NAMES) {
        const hazard = rates[y]!.hazards[cause];
        let left = 0;
        for (let c = 0; c < cells; c++)
          left += lived[c]! * hours[p * entries + Math.floor(c / K)]! * hazard[p * cells + c]!;
        parts[factsOf(cause).retires ? "retirements" : "others"] += left;
      }
    }
    for (const { from, to, hazard } of rates[y]!.moves) {
      if (from === to) continue;
      const lived = projection.personYears.subarray(
        (y * size.pools + from) * cells,
        (y * size.pools + from + 1) * cells,
      );
      for (let c = 0; c < cells; c++) {
        const i = Math.floor(c / K);
        if (inside.has(from)) parts.moves += lived[c]! * hazard[c]! * hours[from * entries + i]!;
        if (inside.has(to)) parts.moves -= lived[c]! * hazard[c]! * hours[to * entries + i]!;
      }
    }
    for (const { market, abroad, pipeline, returners, taken } of projection.steps.slice(
      y * stepsPerYear,
      (y + 1) * stepsPerYear,
    )) {
      for (const p of group)
        for (let i = 0; i < entries; i++) {
          const full = hours[p * entries + i]!;
          parts.recruits -= (market[p]! * joiners.recruits[p]!.profile[i]! + abroad[p * entries + i]!) * full;
          parts.pipelines -= pipeline[p * entries + i]! * full;
          parts.returners -= returners[p * entries + i]! * full;
        }
      for (const { from, to, kind, heads } of taken)
        for (let c = 0; c < cells; c++) {
          const i = Math.floor(c / K);
          const left = inside.has(from) ? heads[c]! * hours[from * entries + i]! : 0;
          if (kind === "training") parts.pipelines += left;
          else if (kind === "redundancy") parts.others += left;
          else parts.moves += left - (inside.has(to) ? heads[c]! * hours[to * entries + i]! : 0);
        }
    }
  }
  const demand = at("demand", year) - at("demand", result.base);
  const served = servedChange(result, group, year);
  const change = at("gap", year) - at("gap", result.base);
  const people = parts.retirements + parts.others + parts.recruits + parts.pipelines + parts.returners + parts.moves;
  const values: Record<Driver["id"], number> = {
    "people-served": served,
    "other-demand": demand - served,
    retirements: parts.retirements,
    "other-leavers": parts.others,
    recruits: parts.recruits,
    pipelines: parts.pipelines,
    returners: parts.returners,
    moves: parts.moves,
    hours: change - demand - people,
  };
  return (Object.keys(TITLES) as Driver["id"][]).map((id) => ({ id, title: TITLES[id], value: values[id] }));
}

/** The part of a change of demand that is due to the population: by the logarithmic mean, which leaves no remainder. */
function servedChange(result: Result, pools: readonly number[], year: number): number {
  const { system } = result.data.resolved;
  const dates = referenceDates(system.calendar.base, system.calendar.until);
  return pools.reduce((sum, p) => {
    const { id } = result.pools[p]!;
    const drivers = system.demand[id]?.drivers ?? [];
    const index = drivers.reduce(
      (product, driver) =>
        product * populationIndex(driver.population.values, system.population, dates)[year - result.base]!,
      1,
    );
    const needed = (when: number) => result.at({ pool: id, measure: "demand", year: when });
    const [before, after] = [needed(result.base), needed(year)];
    if (index === 1 || before <= 0 || after <= 0) return sum;
    const mean = Math.abs(after / before - 1) < 1e-12 ? before : (after - before) / Math.log(after / before);
    return sum + mean * Math.log(index);
  }, 0);
}
