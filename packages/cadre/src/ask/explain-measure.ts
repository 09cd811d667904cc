import { CAUSE_NAMES, factsOf, measureOf } from "../model/causes.ts";
import type { Result } from "../projection/result.ts";
import { demandSteps } from "./explain-demand.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** Measures that can be taken apart. */
export const EXPLAINED_MEASURES: readonly string[] = ["gap", "supply", "demand", "headcount", "vacancyRate"];

/** Takes a measure of a pool or group apart into what it is made of. */
export function explainMeasure(result: Result, measure: string, pool: string, year: number): Explanation {
  const at = (name: string) => result.at({ pool, measure: name, year });
  const group = result.groups.find(({ id }) => id === pool);
  const title = `${measure} of ${group?.title ?? pool}, ${result.referenceDate} ${year}`;
  const value = at(measure);
  if (measure === "gap" || measure === "vacancyRate") {
    const steps: ExplanationStep[] = [
      { what: "Demand: posts needed", value: at("demand"), unit: "FTE" },
      { what: "less supply: staff in post", value: at("supply"), unit: "FTE" },
      { what: "Gap; positive is a shortage", value: at("gap"), unit: "FTE" },
    ];
    if (measure === "vacancyRate") steps.push({ what: "Gap ÷ demand", value, unit: "share" });
    return { title, value, unit: measure === "gap" ? "FTE" : "share", steps };
  }
  if (measure === "demand") return { title, value, unit: "FTE", steps: demandSteps(result, pool, year) };
  const steps = headSteps(result, pool, year);
  if (measure === "headcount") return { title, value, unit: "heads", steps };
  const trainees = (group?.pools ?? []).reduce((sum, p) => sum + worksAt(result, p, year), 0);
  return {
    title,
    value,
    unit: "FTE",
    steps: [
      ...steps,
      { what: "FTE a head at these ages, mean", value: (value - trainees) / at("headcount"), unit: "FTE" },
      ...(trainees === 0 ? [] : [{ what: "plus what trainees work", value: trainees, unit: "FTE" }]),
      { what: "Supply", value, unit: "FTE" },
    ],
  };
}

/** FTE that trainees work in a pool at a reference date. */
function worksAt({ data, base }: Result, pool: number, year: number): number {
  return data.projection.works[(year - base) * data.resolved.pools.length + pool]!;
}

function headSteps(result: Result, pool: string, year: number): ExplanationStep[] {
  const years = result.years.filter((one) => one <= year);
  const sum = (measure: string) => years.reduce((total, one) => total + result.at({ pool, measure, year: one }), 0);
  const since = `${result.base + 1} to ${year}`;
  const flows = (
    [
      ["recruits from the labour market", "joiners.market", 1],
      ["people hired from other pools", "joiners.hires", 1],
      ["people who finish a course", "joiners.pipeline", 1],
      ["people who come back", "joiners.returners", 1],
      ["people who move in from other pools", "joiners.moves", 1],
      ["people who change employer within the pool, coming", "joiners.churn", 1],
      ...CAUSE_NAMES.map((cause) => [`people who ${factsOf(cause).verb}`, measureOf(cause), -1] as const),
      ["people who move to other pools", "leavers.moves", -1],
      ["people hired away by other pools", "leavers.hires", -1],
      ["people who leave to train", "leavers.training", -1],
      ["people who change employer within the pool, going", "churn", -1],
    ] as const
  )
    .map(([what, measure, sign]) => ({
      what: `${sign > 0 ? "plus" : "less"} ${what}, ${since}`,
      value: sum(measure),
      unit: "heads",
    }))
    .filter(({ value }) => value !== 0);
  return [
    {
      what: `Heads at ${result.referenceDate} ${result.base}`,
      value: result.at({ pool, measure: "headcount", year: result.base }),
      unit: "heads",
    },
    ...(year > result.base ? flows : []),
    {
      what: `Heads at ${result.referenceDate} ${year}`,
      value: result.at({ pool, measure: "headcount", year }),
      unit: "heads",
    },
  ];
}
