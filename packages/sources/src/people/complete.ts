import { listOf } from "../file/choose.ts";
import type { Csv } from "../file/csv.ts";
import type { Block } from "./blocks.ts";
import type { PeopleLayout } from "./layouts.ts";
import { plural } from "./words.ts";

/**
 * Holds the file to what a population is: every age from birth to an open last one, in every block the same; every
 * area in every year; totals that are the sum of their parts. Anything else means that rows or columns were lost.
 */
export function checkComplete(csv: Csv, layout: PeopleLayout, blocks: readonly Block[]): void {
  const last = blocks.reduce((oldest, block) => Math.max(oldest, ...block.ages.keys()), 0);
  for (const block of blocks) checkAges(csv, block, last, layout.lastIsOpen ?? false);
  checkPersons(csv, blocks);
}

function checkAges(csv: Csv, block: Block, last: number, lastIsOpen: boolean): void {
  const fail: (code: string, message: string, value: string, rule: string) => never = (code, message, value, rule) =>
    csv.fail(block.line, block.field, { code, message, value, rule, fix: LOST });
  const what = `${plural(block.sex)} of ${block.area} in ${block.year}`;
  let sum = 0;
  for (let age = 0; age <= last; age++) {
    const found = block.ages.get(age);
    if (!found) fail("missing-age", `The ${what} have no figure at age ${age}.`, String(age), ALL_AGES);
    if (found.open && age < last)
      fail("open-age", `The ${what} have an open age ${age} below the last.`, `${age} and over`, ALL_AGES);
    sum += found.people;
  }
  if (!block.ages.get(last)?.open && !lastIsOpen)
    fail("missing-age", `The ${what} end at age ${last} without an open last age.`, String(last), ALL_AGES);
  if (block.all && differ(block.all.people, sum, last + 1))
    csv.fail(block.all.line, block.all.field, {
      code: "total-differs",
      message: `The ages of the ${what} add up to ${tidy(sum)}, not to the total given.`,
      value: tidy(block.all.people),
      rule: "A total is the sum of its ages, except for rounding.",
      fix: LOST,
    });
}

/** Where a file gives persons beside both sexes, they must agree. */
function checkPersons(csv: Csv, blocks: readonly Block[]): void {
  const totals = new Map(blocks.map((block) => [keyOf(block, block.sex), totalOf(block)]));
  for (const block of blocks) {
    if (block.sex !== "persons") continue;
    const [women, men] = [totals.get(keyOf(block, "female")), totals.get(keyOf(block, "male"))];
    if (women === undefined || men === undefined) continue;
    if (differ(totalOf(block), women + men, 3 * block.ages.size))
      csv.fail(block.line, block.field, {
        code: "total-differs",
        message: `Females and males of ${block.area} in ${block.year} add up to ${tidy(women + men)}, not to the persons given.`,
        value: tidy(totalOf(block)),
        rule: "Persons are females and males together, except for rounding.",
        fix: LOST,
      });
  }
}

/** Blocks without those that only add up others. */
export function withoutTotals(blocks: readonly Block[]): Block[] {
  const held = new Set(blocks.map((block) => keyOf(block, block.sex)));
  return blocks.filter(
    (block) => block.sex !== "persons" || !held.has(keyOf(block, "female")) || !held.has(keyOf(block, "male")),
  );
}

/** Every area has every year asked for, or, when none was, every year that another area has. */
export function checkYears(
  csv: Csv,
  blocks: readonly Pick<Block, "code" | "area" | "series" | "year">[],
  wanted: readonly number[] | undefined,
): void {
  const yearsOf = new Map<string, { area: string; years: Set<number> }>();
  for (const block of blocks) {
    const key = `${block.code}|${block.series}`;
    const found = yearsOf.get(key) ?? { area: block.area, years: new Set() };
    yearsOf.set(key, { area: found.area, years: found.years.add(block.year) });
  }
  const needed = wanted ?? [...new Set(blocks.map((block) => block.year))].sort((a, b) => a - b);
  for (const { area, years } of yearsOf.values())
    for (const year of needed)
      if (!years.has(year))
        csv.fail(undefined, 0, {
          code: "missing-year",
          message: `The file has no figures of ${area} for ${year}.`,
          value: String(year),
          rule: `It has: ${listOf([...years].sort((a, b) => a - b).map(String), 30)}.`,
          fix: wanted
            ? "Ask for years of the file, or use the edition that has the year."
            : "Name the years that every area has, or read the areas one by one.",
        });
}

const keyOf = (block: Block, sex: string): string => `${block.code}|${block.series}|${block.year}|${sex}`;
const totalOf = (block: Block): number => [...block.ages.values()].reduce((sum, { people }) => sum + people, 0);
/** Each rounded part may be half a person out, and so may the total. */
const differ = (total: number, sum: number, parts: number): boolean => Math.abs(total - sum) > (parts + 1) / 2;
const tidy = (people: number): string => String(Math.round(people * 1000) / 1000);

const LOST = "Compare with the published file: rows or columns were lost or changed.";
const ALL_AGES =
  "Each area, year and sex has every single age from 0 to the same last one, which is open (90 and over).";
