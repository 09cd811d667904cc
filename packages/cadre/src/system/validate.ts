import { decimalYear, referenceDates } from "../table/dates.ts";
import { checkKnown } from "./known.ts";
import { numbersOf } from "./numbers.ts";
import type { Problems } from "./problems.ts";
import { ID } from "./schema/texts.ts";
import type { System } from "./types.ts";
import { validateDemand } from "./validate-demand.ts";
import { validateJoiners } from "./validate-joiners.ts";
import { sharesWithinYear } from "./validate-leaving.ts";
import { validatePool } from "./validate-pool.ts";

/** Checks what no single field can know: references, bands against the axis, dates against the population. */
export function validate(system: System, ageless: boolean, problems: Problems): void {
  calendar(system, problems);
  axes(system, problems);
  // Against an axis that is wrong itself, everything else would seem wrong too.
  if (problems.any) return;
  const pools = Object.keys(system.pools);
  if (pools.length === 0)
    problems.add(["pools"], {
      code: "no-pools",
      message: "The system has no pool of staff.",
      value: "{}",
      rule: "At least one pool.",
      fix: "Add a pool with a headcount and a leaving rate.",
    });
  for (const [id, pool] of Object.entries(system.pools)) {
    validatePool(id, pool, system, ageless, problems);
  }
  ids(system, problems);
  system.moves.forEach((move, i) => {
    sharesWithinYear(move.kind, { "": move.rate.value }, ["moves", i, "rate"], system, problems);
    for (const end of ["from", "to"] as const) checkKnown(["moves", i, end], move[end], pools, "pool", problems);
    if (move.from === move.to)
      problems.add(["moves", i, "to"], {
        code: "move-to-itself",
        message: "A move leads to another pool.",
        value: move.to,
        rule: "Changing employer within a pool is leaving.stayingInSector.",
        fix: "Name another pool, or use stayingInSector.",
      });
  });
  validateDemand(system, problems);
  validateJoiners(system, ageless, problems);
  sources(system, problems);
}

/** Words that results and files already use for something else than a pool. */
const RESERVED: Readonly<Record<string, string>> = {
  all: "the total of all pools",
  community: "those who enter a course from outside, in a system with courses",
  population: "the people of the place, in a series of counted figures",
};

/** Ids stand in paths, commands and results, between dots, commas and colons. */
function ids({ pools, pipelines, labourMarkets }: System, problems: Problems): void {
  const reserved = Object.entries(RESERVED).map(([word, means]) => `"${word}" is ${means}`);
  for (const id of Object.keys(pools))
    if (Object.hasOwn(RESERVED, id) && (id !== "community" || Object.keys(pipelines).length > 0))
      problems.add(
        ["pools", id],
        {
          code: "reserved-id",
          message: `"${id}" cannot be a pool's id; it already means something.`,
          value: id,
          rule: `Reserved words: ${reserved.join("; ")}.`,
          fix: `Choose another id, such as ${id}-carers; the title may be anything.`,
        },
        "key",
      );
  for (const [group, what, known] of [
    ["pools", "pool", pools],
    ["pipelines", "course", pipelines],
    ["labourMarkets", "labour market", labourMarkets],
  ] as const)
    for (const id of Object.keys(known))
      if (!ID.test(id))
        problems.add(
          [group, id],
          {
            code: "bad-id",
            message: `"${id}" cannot be a ${what}'s id.`,
            value: id,
            rule: "Lower-case words joined by hyphens, such as home-care.",
            fix: "Change the id; the title may be anything.",
          },
          "key",
        );
}

function calendar(system: System, problems: Problems): void {
  const { base, until, convention, stepsPerYear } = system.calendar;
  for (const key of ["base", "until"] as const)
    if (decimalYear(system.calendar[key]) === undefined)
      problems.add(["calendar", key], {
        code: "bad-date",
        message: "There is no such day.",
        value: system.calendar[key],
        rule: "A day of the calendar, yyyy-mm-dd.",
        fix: "Correct the date.",
      });
  if (decimalYear(base) === undefined || decimalYear(until) === undefined) return;
  const years = Number(until.slice(0, 4)) - Number(base.slice(0, 4));
  // 28 February stands in for the 29th where there is none.
  const sameDay = (year: string) => `${year}${decimalYear(`${year}${base.slice(4)}`) ? base.slice(4) : "-02-28"}`;
  if (until !== sameDay(until.slice(0, 4)) || years < 1 || years > 100)
    problems.add(["calendar", "until"], {
      code: "bad-horizon",
      message: "The last reference date is a whole number of years after the base, 1 to 100.",
      value: `${base} to ${until}`,
      rule: "Same day and month; a later year.",
      fix: `Write until: ${sameDay(String(Number(base.slice(0, 4)) + 10))}, for example.`,
    });
  if (convention === "opening-stock" && stepsPerYear !== 1)
    problems.add(["calendar", "stepsPerYear"], {
      code: "steps-in-opening-stock",
      message: "The opening-stock convention takes a year in one step.",
      value: String(stepsPerYear),
      rule: "The yearly probabilities of this convention apply to the stock at the start of the year.",
      fix: "Remove stepsPerYear, or use convention: continuous.",
    });
  const population = system.population;
  if (!population || years < 1 || years > 100) return;
  const dates = referenceDates(base, until);
  const given = population.years.map((year) => decimalYear(`${year}-${population.date}`) ?? Number.NaN);
  if (given.some(Number.isNaN)) {
    problems.add(["population", "date"], {
      code: "bad-date",
      message: "There is no such day.",
      value: population.date,
      rule: "A day of the year, mm-dd.",
      fix: "Write 06-30 for mid-year figures.",
    });
    return;
  }
  if (given[0]! > dates[0]! || given.at(-1)! < dates.at(-1)!)
    problems.add(["population"], {
      code: "population-too-short",
      message: "The population does not cover the years of the run.",
      value: `${population.years[0]}-${population.date} to ${population.years.at(-1)}-${population.date}; the run needs ${base} to ${until}`,
      rule: "Figures on or before the base date and on or after the last reference date; nothing is extrapolated.",
      fix: "Add years to the population, or shorten the run.",
    });
}

function axes(system: System, problems: Problems): void {
  const { sex, ageMin, ageMax } = system.axes;
  if (ageMin > ageMax)
    problems.add(["axes", "age"], {
      code: "bad-axis",
      message: "The youngest age comes first.",
      value: `[${ageMin}, ${ageMax}]`,
      rule: "[youngest, oldest].",
      fix: `Write age: [${ageMax}, ${ageMin}].`,
    });
  if (new Set(sex).size !== sex.length)
    problems.add(["axes", "sex"], {
      code: "bad-axis",
      message: "The sexes have different names.",
      value: sex.join(", "),
      rule: "Each name once.",
      fix: "Remove one of the two names.",
    });
}

/** Every `source: …` names a listed source. */
function sources(system: System, problems: Problems): void {
  const names = Object.keys(system.sources);
  const records = new Map(numbersOf(system).map(({ record, given }) => [record, given.source]));
  for (const [record, source] of records)
    if (source !== undefined) checkKnown([...keysOf(record), "source"], source, names, "source", problems);
}

/** Places in a list are numbers. */
const keysOf = (path: string): PropertyKey[] => path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
