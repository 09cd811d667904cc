import type { WholeMeasure } from "../model/measure-facts.ts";
import {
  type CountedPoolMeasure,
  isRatio,
  MEASURES,
  POOL_MEASURES,
  type PoolMeasure,
  partsOf,
  type RatioMeasure,
} from "../model/measures.ts";
import { UNITS } from "../model/units.ts";
import type { Result } from "../projection/result.ts";
import { ratio } from "../table/ratio.ts";
import { demandSteps } from "./explain-demand.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** Whose number is taken apart, and when. */
interface About {
  readonly result: Result;
  readonly pool: string;
  readonly year: number;
}

/** What counted measures are made of: others of the same date or year, or the flows until then. */
const STEPS: { readonly [M in CountedPoolMeasure]?: (about: About) => ExplanationStep[] } = {
  gap: (about) => [
    step(about, "demand", "Demand: posts needed"),
    step(about, "supply", "less supply: staff in post"),
    step(about, "gap", "Gap; positive is a shortage"),
  ],
  supply: supplySteps,
  demand: ({ result, pool, year }) => demandSteps(result, pool, year),
  headcount: headSteps,
  joiners: partSteps("joiners"),
  leavers: partSteps("leavers"),
  "cost.total": partSteps("cost.total"),
};

/** Measures that can be taken apart. */
export const EXPLAINED_MEASURES: readonly PoolMeasure[] = POOL_MEASURES.filter(
  (measure) => isRatio(measure) || STEPS[measure] !== undefined,
);

/** Takes a measure of a pool or group apart into what it is made of. */
export function explainMeasure(result: Result, measure: PoolMeasure, pool: string, year: number): Explanation {
  const about = { result, pool, year };
  const group = result.groups.find(({ id }) => id === pool);
  return {
    title: `${MEASURES[measure].title} of ${group?.title ?? pool}, ${result.referenceDate} ${year}`,
    value: result.at({ pool, measure, year }),
    unit: result.unit({ pool, measure }).short,
    steps: isRatio(measure) ? ratioSteps(about, measure) : (STEPS[measure]?.(about) ?? []),
  };
}

/** A measure as a step, called by its title unless told otherwise. */
function step(
  { result, pool, year }: About,
  measure: PoolMeasure,
  what: string = MEASURES[measure].title,
): ExplanationStep {
  return told(what, result.at({ pool, measure, year }), result.unit({ pool, measure }).short);
}

/** A number as a step, or that it cannot be worked out. */
const told = (what: string, value: number | undefined, unit: string): ExplanationStep =>
  value === undefined ? { what: `${what}: cannot be worked out, because it would divide by 0` } : { what, value, unit };

function ratioSteps(about: About, measure: RatioMeasure): ExplanationStep[] {
  const { upper, lower } = MEASURES[measure];
  const what = `${MEASURES[upper].title} ÷ ${MEASURES[lower].title.toLowerCase()}`;
  return [step(about, upper), step(about, lower), step(about, measure, what)];
}

function partSteps(whole: WholeMeasure): (about: About) => ExplanationStep[] {
  return (about) => [
    ...partsOf(whole).map((part) => step(about, part)),
    step(about, whole, `${MEASURES[whole].title} in all`),
  ];
}

function supplySteps(about: About): ExplanationStep[] {
  const { result, pool, year } = about;
  const group = result.groups.find(({ id }) => id === pool);
  const trainees = (group?.pools ?? []).reduce((sum, p) => sum + worksAt(result, p, year), 0);
  const { short: unit } = result.unit({ pool, measure: "supply" });
  const staff = result.at({ pool, measure: "supply", year }) - trainees;
  return [
    ...headSteps(about),
    ...(unit === UNITS.jobs.short
      ? []
      : [
          told(
            `${unit} a head at these ages, mean`,
            ratio(staff, result.at({ pool, measure: "headcount", year })),
            unit,
          ),
        ]),
    ...(trainees === 0 ? [] : [told("plus what trainees work", trainees, unit)]),
    step(about, "supply", "Supply"),
  ];
}

/** FTE that trainees work in a pool at a reference date. */
function worksAt({ data, base }: Result, pool: number, year: number): number {
  return data.projection.works[(year - base) * data.resolved.pools.length + pool]!;
}

/** Heads at the base date, who came and went since, and heads at the reference date of a year. */
function headSteps({ result, pool, year }: About): ExplanationStep[] {
  const years = result.years.filter((one) => one <= year);
  const unit = result.unit({ pool, measure: "headcount" }).short;
  const since = `${result.base + 1} to ${year}`;
  const flow = (sign: "plus" | "less", measure: CountedPoolMeasure, who: string): ExplanationStep[] => {
    const value = years.reduce((sum, one) => sum + result.at({ pool, measure, year: one }), 0);
    return value === 0 ? [] : [{ what: `${sign} ${who}, ${since}`, value, unit }];
  };
  const heads = (when: number): ExplanationStep => ({
    what: `Headcount at ${result.referenceDate} ${when}`,
    value: result.at({ pool, measure: "headcount", year: when }),
    unit,
  });
  return [
    heads(result.base),
    ...partsOf("joiners").flatMap((part) => flow("plus", part, MEASURES[part].who)),
    ...partsOf("leavers").flatMap((part) => flow("less", part, MEASURES[part].who)),
    heads(year),
  ];
}
