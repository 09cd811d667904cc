import type { Schedule } from "../rates/schedule.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { PoolLeaving } from "./schema/leaving.ts";
import type { Pool } from "./schema/pool.ts";
import type { System } from "./types.ts";

/** Checks that what a leaving rate says of itself fits together. */
export function validateLeaving(pool: Pool, path: readonly PropertyKey[], system: System, problems: Problems): void {
  const { leaving } = pool;
  if (leaving.stayingInSector && leaving.scope !== "employer")
    problems.add([...path, "stayingInSector"], {
      code: "scope-contradiction",
      message: "This rate does not count people who stay in the sector.",
      value: `scope: ${leaving.scope}`,
      rule: "stayingInSector belongs to a rate of leaving the employer.",
      fix: "Write scope: employer, or remove stayingInSector.",
    });
  if (leaving.kind === "still-in-post") stillInPost(leaving, system, path, problems);
  else if (leaving.after !== undefined)
    problems.add([...path, "after"], {
      code: "kind-contradiction",
      message: "Only a share still in post needs a time.",
      value: `kind: ${leaving.kind}`,
      rule: "after belongs to kind: still-in-post.",
      fix: "Write kind: still-in-post, or remove after.",
    });
  if (leaving.rate?.history && !LIKE_HAZARDS.includes(leaving.kind))
    problems.add([...path, "rate"], {
      code: "kind-contradiction",
      message: "A rate of this kind has no history or spread.",
      value: `kind: ${leaving.kind}`,
      rule: `history and spread go with ${LIKE_HAZARDS.join(", ")}: these rise and fall with leaving itself.`,
      fix: "Give a rate of one of these kinds, or one number with p10 and p90.",
    });
  if (leaving.rate) sharesWithinYear(leaving.kind, { "": leaving.rate.value }, [...path, "rate"], system, problems);
  leavesSomebody(leaving, "byAge", pool.ages, [...path, "byAge"], problems);
  leavesSomebody(leaving, "bySex", pool.sex, [...path, "bySex"], problems);
  leavesSomebody(leaving, "byTenure", undefined, [...path, "byTenure"], problems);
}

/** Rates that are twice as high when twice as many leave. */
const LIKE_HAZARDS: readonly PoolLeaving["kind"][] = [
  "leavers-per-average-headcount",
  "leavers-per-closing-headcount",
  "hazard",
];

/** Factors that are zero wherever there is anybody let nobody leave, whatever the published rate. */
function leavesSomebody(
  leaving: PoolLeaving,
  shape: "byAge" | "bySex" | "byTenure",
  staff: QuantityMap | undefined,
  path: readonly PropertyKey[],
  problems: Problems,
): void {
  const factors = Object.entries(leaving[shape]?.values ?? {});
  if (factors.length === 0) return;
  const there = Object.entries(staff?.values ?? { all: 1 }).filter(([, share]) => share > 0);
  // Ages that the shape does not name have a factor of one.
  const at = (age: number) => factors.find(([label]) => holds(label, age))?.[1] ?? 1;
  const some =
    shape === "byAge"
      ? there.some(([band]) => agesOf(band).some((age) => at(age) > 0))
      : factors.some(
          ([label, factor]) => factor > 0 && (shape === "byTenure" || !staff || (staff.values[label] ?? 0) > 0),
        );
  if (some) return;
  problems.add(path, {
    code: "no-leavers",
    message: "With these factors none of the staff in post leave.",
    value: factors.map(([label, factor]) => `${label}: ${factor}`).join(", "),
    rule: "A shape is relative, and the published rate sets the level. Where there are staff, at least one factor is above zero.",
    fix: "Correct the factors, or remove the shape.",
  });
}

const holds = (label: string, age: number): boolean => {
  const band = parseBand(label);
  return band !== undefined && age >= band.from && age <= band.to;
};

/** The single ages of a band, an open one up to 120. */
const agesOf = (label: string): number[] => {
  const { from, to } = parseBand(label) ?? { from: 0, to: -1 };
  return Array.from({ length: Math.max(0, Math.min(to, 120) - from + 1) }, (_, i) => from + i);
};

/** A share of joiners still in post needs a time, and nothing that depends on who the joiners are. */
function stillInPost(leaving: PoolLeaving, system: System, path: readonly PropertyKey[], problems: Problems): void {
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
  if (rate && !(rate.value > 0 && rate.value <= 1))
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

/** Checks a schedule's rates; a fault of a schedule's own file is shown where the pool names it. */
export function validateSchedule(
  schedule: Schedule,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  const bySex = Object.entries(schedule.bySex ?? {});
  for (const rates of [schedule.byAge, ...bySex.map(([, rates]) => rates)])
    sharesWithinYear(schedule.rates, rates ?? {}, path, system, problems);
  const given = bySex.map(([sex]) => sex);
  for (const sex of given.length > 0 ? system.axes.sex : [])
    if (!given.includes(sex))
      problems.add(path, {
        code: "unknown-sex",
        message: `The schedule "${schedule.id}" has no rates for "${sex}".`,
        value: sex,
        rule: `It has rates for ${given.join(", ")}.`,
        fix: "Name the sexes of axes.sex as the schedule does, or use a schedule without sex.",
      });
}

/** At a constant rate not all leave within a year; and in no convention more than all do. */
export function sharesWithinYear(
  kind: string,
  shares: Readonly<Record<string, number>>,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  const spreadsheet = system.calendar.convention === "opening-stock";
  const over = ([, share]: readonly [string, number]) =>
    spreadsheet ? share > 1 + 1e-9 : share > MOST_WITHIN_YEAR + 1e-9;
  const found = kind === "share-leaving-within-year" ? Object.entries(shares).find(over) : undefined;
  if (!found) return;
  const [age, share] = found;
  problems.add(path, {
    code: "too-large",
    message: `${spreadsheet ? "More than all" : "Practically all"} would leave within a year${age && ` at ages ${age}`}.`,
    value: `${age && `${age}: `}${Number((share * 100).toPrecision(6))}%`,
    rule: spreadsheet
      ? "A share of those in post is at most 100%."
      : `A share that leaves within a year is at most ${MOST_WITHIN_YEAR * 100}%: at a constant rate some always stay a little longer.`,
    fix: `Write ${spreadsheet ? "100" : MOST_WITHIN_YEAR * 100}% or less.`,
  });
}

/** Leaves a hazard of 7 a year, a mean stay of seven weeks. */
export const MOST_WITHIN_YEAR = 0.999;
