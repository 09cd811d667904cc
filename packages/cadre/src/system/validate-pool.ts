import { SCHEDULED_CAUSES } from "../model/causes.ts";
import { tenureLabels } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import type { System } from "./types.ts";
import { validateVacancies } from "./vacancies.ts";
import { noGap, onAxis, populationBand } from "./validate-bands.ts";
import { validateLeaving, validateSchedule } from "./validate-leaving.ts";
import { validateResponses } from "./validate-responses.ts";

/** Checks one pool against the axes of its system. */
export function validatePool(id: string, pool: Pool, system: System, ageless: boolean, problems: Problems): void {
  const at = (...rest: PropertyKey[]) => ["pools", id, ...rest];
  const { leaving, recruitment } = pool;
  if (!pool.ages && !ageless)
    problems.add(at(), {
      code: "missing-key",
      message: `The pool "${id}" has no ages.`,
      value: "(nothing)",
      rule: "Staff by age band decide who retires and when.",
      fix: 'Add ages: { "16-29": …%, "30-49": …%, "50-75": …% }, or axes: { age: none } for a model without ages.',
    });
  for (const [map, path] of [
    [pool.ages, ["ages"]],
    ["values" in pool.fte ? pool.fte : undefined, ["fte"]],
    [leaving.byAge, ["leaving", "byAge"]],
    [recruitment.ages, ["recruitment", "ages"]],
  ] as const)
    if (map) validateAges(map, at(...path), system, ageless, problems);
  if ("values" in pool.fte && !ageless) coversAxis(pool.fte, at("fte"), system, problems);
  validateSexes(pool.sex, at("sex"), system, problems);
  validateSexes(recruitment.sex, at("recruitment", "sex"), system, problems);
  validateSexes(leaving.bySex, at("leaving", "bySex"), system, problems);
  if (!pool.sex && system.axes.sex.length > 1)
    problems.add(at(), {
      code: "missing-key",
      message: `The pool "${id}" has no sex split, and the system counts ${system.axes.sex.join(" and ")}.`,
      value: "(nothing)",
      rule: "Every pool says its shares by sex when axes.sex is given.",
      fix: `Add sex: { ${system.axes.sex.map((sex) => `${sex}: …%`).join(", ")} }.`,
    });
  tenures(pool.tenure, at("tenure"), system, problems);
  tenures(leaving.byTenure, at("leaving", "byTenure"), system, problems);
  if (pool.ages && !ageless) noGap(pool.ages, at("ages"), problems);
  for (const cause of SCHEDULED_CAUSES) {
    const schedule = pool[cause];
    if (schedule) validateSchedule(schedule, at(cause), system, problems);
  }
  validateLeaving(pool, at("leaving"), system, problems);
  validateResponses(id, pool, system, problems);
  validateVacancies(pool, at("vacancies"), problems);
  if (recruitment.mode === "fixed" && !recruitment.recruits)
    problems.add(at("recruitment"), {
      code: "missing-key",
      message: "Fixed recruitment needs the recruits.",
      value: "mode: fixed",
      rule: "recruits: heads a year by model year; the last value carries on.",
      fix: `Add recruits: { ${Number(system.calendar.base.slice(0, 4)) + 1}: 100 }.`,
    });
  if (recruitment.mode !== "fixed" && recruitment.recruits)
    problems.add(at("recruitment", "recruits"), {
      code: "mode-contradiction",
      message: "Recruits a year are given, but the mode works them out.",
      value: `mode: ${recruitment.mode}`,
      rule: "recruits belongs to mode: fixed.",
      fix: "Write mode: fixed, or remove recruits.",
    });
  if (recruitment.follows)
    populationBand(system, at("recruitment", "follows", "population"), recruitment.follows.population, problems);
}

/** Checks that age bands lie on the axis. */
export function validateAges(
  map: QuantityMap,
  path: readonly PropertyKey[],
  system: System,
  ageless: boolean,
  problems: Problems,
): void {
  if (ageless) {
    problems.add(path, {
      code: "ages-without-axis",
      message: "The system has no ages.",
      value: Object.keys(map.values).join(", "),
      rule: "axes: { age: none } counts everybody in one class.",
      fix: "Remove this, or give an age axis such as age: [16, 75].",
    });
    return;
  }
  const { ageMin, ageMax } = system.axes;
  for (const label of Object.keys(map.values))
    if (parseBand(label) && !onAxis(label, system))
      problems.add(
        [...path, label],
        {
          code: "age-outside-axis",
          message: `The ages ${label} lie outside the system's ages.`,
          value: label,
          rule: `Ages ${ageMin} to ${ageMax} (axes.age; the last one is open).`,
          fix: `Keep bands within ${ageMin}-${ageMax}, or widen axes.age.`,
        },
        "key",
      );
}

function coversAxis(map: QuantityMap, path: readonly PropertyKey[], system: System, problems: Problems): void {
  const bands = Object.keys(map.values).map(parseBand);
  for (let age = system.axes.ageMin; age <= system.axes.ageMax; age++)
    if (!bands.some((band) => band && age >= band.from && age <= band.to)) {
      problems.add(path, {
        code: "ages-missing",
        message: `No full-time equivalent is given for age ${age}.`,
        value: Object.keys(map.values).join(", "),
        rule: `Every age from ${system.axes.ageMin} to ${system.axes.ageMax} belongs to a band.`,
        fix: "Widen the bands, or add the missing one.",
      });
      return;
    }
}

/** Checks that shares by sex name the sexes of the axis. */
export function validateSexes(
  map: QuantityMap | undefined,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  if (!map) return;
  classes(map, system.axes.sex, path, "sex", "axes: { sex: [female, male] }", problems);
}

function tenures(map: QuantityMap | undefined, path: readonly PropertyKey[], system: System, problems: Problems): void {
  if (!map) return;
  classes(map, tenureLabels(system.axes), path, "tenure", "axes: { tenure: 4 }", problems);
}

/** A list by class names every class of the axis once and no other. */
function classes(
  map: QuantityMap,
  labels: readonly string[],
  path: readonly PropertyKey[],
  what: string,
  axis: string,
  problems: Problems,
): void {
  const unknown = Object.keys(map.values).filter((label) => !labels.includes(label));
  for (const label of unknown)
    problems.add(
      [...path, label],
      {
        code: `unknown-${what}`,
        message: `"${label}" is not a ${what} of this system.`,
        value: label,
        rule: `Known: ${labels.join(", ")}.`,
        fix: `Correct the label, or set the axis, such as ${axis}.`,
        known: labels,
        word: label,
      },
      "key",
    );
  const missing = labels.filter((label) => !Object.hasOwn(map.values, label));
  // What is written under a label nobody knows is probably what is missing.
  if (unknown.length === 0 && missing.length > 0 && missing.length < labels.length)
    problems.add(path, {
      code: `missing-${what}`,
      message: `There is no number for ${what} ${missing.join(", ")}.`,
      value: Object.keys(map.values).join(", "),
      rule: `Every ${what} of the axis: ${labels.join(", ")}.`,
      fix: `Add ${missing.map((label) => `"${label}": …`).join(", ")}.`,
    });
}
