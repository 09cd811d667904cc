import { tenureLabels } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { Leaving, Pool, System } from "./types.ts";
import { onAxis, populationBand } from "./validate-bands.ts";

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
  for (const [kind, schedule] of [
    ["retirement", pool.retirement],
    ["mortality", pool.mortality],
  ] as const)
    for (const sex of Object.keys(schedule?.bySex ?? {}).length > 0 ? system.axes.sex : [])
      if (!Object.hasOwn(schedule?.bySex ?? {}, sex))
        problems.add(at(kind), {
          code: "unknown-sex",
          message: `The schedule "${schedule?.id}" has no rates for "${sex}".`,
          value: sex,
          rule: `It has rates for ${Object.keys(schedule?.bySex ?? {}).join(", ")}.`,
          fix: "Name the sexes of axes.sex as the schedule does, or use a schedule without sex.",
        });
  if (leaving.stayingInSector && leaving.scope !== "employer")
    problems.add(at("leaving", "stayingInSector"), {
      code: "scope-contradiction",
      message: "People who stay in the sector are not counted in this rate to begin with.",
      value: `scope: ${leaving.scope}`,
      rule: "stayingInSector belongs to a rate of leaving the employer.",
      fix: "Write scope: employer, or remove stayingInSector.",
    });
  if (leaving.kind === "still-in-post") stillInPost(leaving, system, at("leaving"), problems);
  else if (leaving.after !== undefined)
    problems.add(at("leaving", "after"), {
      code: "kind-contradiction",
      message: "Only a share still in post is counted after some time.",
      value: `kind: ${leaving.kind}`,
      rule: "after belongs to kind: still-in-post.",
      fix: "Write kind: still-in-post, or remove after.",
    });
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
  for (const label of Object.keys(map.values))
    if (!labels.includes(label))
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
  if (missing.length > 0 && missing.length < labels.length)
    problems.add(path, {
      code: `missing-${what}`,
      message: `There is no number for ${what} ${missing.join(", ")}.`,
      value: Object.keys(map.values).join(", "),
      rule: `Every ${what} of the axis: ${labels.join(", ")}.`,
      fix: `Add ${missing.map((label) => `"${label}": …`).join(", ")}.`,
    });
}

/** A share of joiners still in post needs a time, and nothing that depends on who the joiners are. */
function stillInPost(leaving: Leaving, system: System, path: readonly PropertyKey[], problems: Problems): void {
  const { rate, after, byAge, bySex, includes } = leaving;
  const bad = (key: string, message: string, value: string, rule: string, fix: string) =>
    problems.add([...path, key], { code: "bad-still-in-post", message, value, rule, fix });
  if (after === undefined || after % 12 !== 0)
    bad(
      "after",
      "A share still in post is counted after whole years.",
      after === undefined ? "(nothing)" : `${after} months`,
      "after: 1 year, 3 years…",
      "Add after: 3 years, for example.",
    );
  if (!(rate.value > 0 && rate.value <= 1))
    bad(
      "rate",
      "A share still in post lies above 0% and up to 100%.",
      rate.written,
      "The share of joiners who are still there.",
      "Write it like 47%.",
    );
  if (byAge || bySex || includes.length > 0)
    bad(
      "kind",
      "A share still in post follows service only.",
      [byAge && "byAge", bySex && "bySex", includes.length > 0 && "includes"].filter(Boolean).join(", "),
      "It goes with byTenure, and counts leaving alone.",
      "Remove these, or give a rate of another kind.",
    );
  if (system.calendar.convention === "opening-stock")
    bad(
      "kind",
      "The opening-stock convention lets nobody leave in the year they join.",
      "convention: opening-stock",
      "A share of joiners still in post needs joiners who can leave.",
      "Use convention: continuous, or a rate of another kind.",
    );
}
