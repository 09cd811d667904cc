import { suggest } from "../error/suggest.ts";
import type { ScenarioProblem } from "../scenario/scenario-fault.ts";
import type { System } from "../system/types.ts";
import { tenureLabels } from "../table/axes.ts";
import type { Where } from "../table/where.ts";

const CLASSES = ["sector", "employer", "role", "level", "place"] as const;
const FIX = "Correct the selection.";

/** No pool is selected: the first word that no pool has, and what it may have been meant for. */
export function noPool({ pools }: System, where: Where): ScenarioProblem {
  const ids = Object.keys(pools);
  const groups = Object.values(pools).flatMap(({ sector, employer, level }) => [
    `sector:${sector}`,
    `employer:${employer}`,
    ...(level === undefined ? [] : [`level:${level}`]),
  ]);
  const known = { pool: [...ids, ...new Set(groups)] };
  if (where.pool !== undefined && where.pool !== "all" && !known.pool.includes(where.pool))
    return fault(where.pool, `Pools: ${ids.join(", ")}.`, known.pool);
  for (const name of CLASSES) {
    const value = where[name];
    const all = [...new Set(Object.values(pools).flatMap((pool) => pool[name] ?? []))].map(String);
    if (value !== undefined && !all.includes(String(value)))
      return fault(
        String(value),
        all.length > 0 ? `${name} is one of ${all.join(", ")}.` : `No pool has a ${name}.`,
        name === "level" ? [] : all,
      );
  }
  return fault(words(where), `Pools: ${ids.join(", ")}. No one pool is all of this.`, []);
}

const fault = (value: string, rule: string, known: readonly string[]): ScenarioProblem => ({
  code: "empty-selection",
  message: "The change selects no pool.",
  value,
  rule,
  fix: FIX,
  didYouMean: suggest(value, known),
});

/** No sex, age or tenure is selected: the first word that is none of the system's classes. */
export function noClass({ axes }: System, where: Where): ScenarioProblem {
  const { sex, tenure } = where;
  const tenures = tenureLabels(axes);
  const ages = `Ages ${axes.ageMin} to ${axes.ageMax}, one or a band such as 50+.`;
  const [value, rule, known] =
    sex !== undefined && !axes.sex.includes(sex)
      ? [sex, `Sex is one of ${axes.sex.join(", ")}.`, axes.sex]
      : tenure !== undefined && !tenures.includes(tenure)
        ? [tenure, `Tenure is one of ${tenures.join(", ")}.`, []]
        : [where.age ?? "", ages, []];
  const message = "The change selects no age, sex or tenure.";
  return { code: "empty-selection", message, value, rule, fix: FIX, didYouMean: suggest(value, known) };
}

/** One number for a whole pool has no sexes, ages and tenures to select. */
export const tooFine = (parameter: string, where: Where): ScenarioProblem => ({
  code: "selection-too-fine",
  message: `${parameter} is one number for a whole pool.`,
  value: words(where),
  rule: "Sex, age and tenure select rates of people, not this.",
  fix: "Remove them from where.",
});

/** A job is one, whatever its hours. */
export function jobsWithHours({ pools }: System, where: Where): ScenarioProblem {
  const people = Object.entries(pools).flatMap(([id, { counts }]) => (counts === "people" ? [id] : []));
  return {
    code: "job-with-hours",
    message: "The change of fte selects a pool that counts jobs.",
    value: words(where) || "(all pools)",
    rule: "A job is one, whatever its hours; full-time equivalents a head are of pools that count people.",
    fix: people.length > 0 ? `Select others, such as where: { pool: ${people[0]} }.` : "Remove the change.",
  };
}

/** One number for the whole system has no pools to select. */
export const ofSystem = (parameter: string, where: Where): ScenarioProblem => ({
  code: "selection-too-fine",
  message: `${parameter} is one number for the whole system.`,
  value: words(where),
  rule: "Pools, sexes, ages and tenures select numbers of staff, not this.",
  fix: "Remove where.",
});

const words = (where: Where): string =>
  Object.entries(where)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
