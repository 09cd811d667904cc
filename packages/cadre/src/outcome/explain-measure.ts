import { populationIndex } from "../demand/demand.ts";
import type { Result } from "../projection/result.ts";
import { referenceDates } from "../table/dates.ts";
import type { Explanation, ExplanationStep } from "./explain.ts";
import { writtenStep } from "./explain-input.ts";

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
  return {
    title,
    value,
    unit: "FTE",
    steps: [
      ...steps,
      { what: "FTE a head at these ages, mean", value: value / at("headcount"), unit: "FTE" },
      { what: "Supply", value, unit: "FTE" },
    ],
  };
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
      ["people who leave", "leavers.leaving", -1],
      ["people who retire", "leavers.retiring", -1],
      ["people who die", "leavers.dying", -1],
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

function demandSteps(result: Result, pool: string, year: number): ExplanationStep[] {
  const { system } = result.data.resolved;
  const members = result.groups.find(({ id }) => id === pool)?.pools ?? [];
  if (members.length !== 1)
    return members.map((p) => {
      const { id, title } = result.pools[p];
      return { what: title, value: result.at({ pool: id, measure: "demand", year }), unit: "FTE" };
    });
  const { id } = result.pools[members[0]];
  const [given, demand] = [system.pools[id], system.demand[id]];
  const base = result.at({ pool: id, measure: "demand", year: result.base });
  const steps: ExplanationStep[] = demand?.posts
    ? [writtenStep(system, `demand.${id}.posts`, demand.posts, "Posts at the base date, as written")]
    : [
        {
          what: "Staff in post at the base date",
          value: result.at({ pool: id, measure: "supply", year: result.base }),
          unit: "FTE",
        },
        ...(given.vacancyRate
          ? [writtenStep(system, `pools.${id}.vacancyRate`, given.vacancyRate, "Vacancy rate at the base date")]
          : []),
      ];
  steps.push({ what: "Posts needed at the base date", value: base, unit: "FTE" });
  const dates = referenceDates(system.calendar.base, system.calendar.until);
  demand?.drivers.forEach((driver, i) => {
    const index = populationIndex(driver.population.values, system.population, dates)[year - result.base];
    const bands = Object.entries(driver.population.values)
      .map(([band, weight]) => `${band} (${Math.round(weight * 100)}%)`)
      .join(", ");
    steps.push({
      ...writtenStep(
        system,
        `demand.${id}.drivers.${i}.population`,
        driver.population,
        `times people aged ${bands} against the base date`,
      ),
      value: index,
      unit: "factor",
    });
  });
  for (const [name, sign, what] of [
    ["growthPerHead", 1, "times growth per head"],
    ["productivity", -1, "divided by productivity"],
  ] as const) {
    const quantity = demand?.[name];
    if (quantity)
      steps.push({
        ...writtenStep(
          system,
          `demand.${id}.${name}`,
          quantity,
          `${what}, ${quantity.written}, over ${year - result.base} years`,
        ),
        value: (1 + quantity.value) ** (sign * (year - result.base)),
        unit: "factor",
      });
  }
  steps.push({
    what: `Posts needed at ${result.referenceDate} ${year}`,
    value: result.at({ pool: id, measure: "demand", year }),
    unit: "FTE",
  });
  return steps;
}
