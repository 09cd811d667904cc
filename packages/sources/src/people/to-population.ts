import { CadreError, type Problem } from "cadre";
import { csvFormatRows } from "d3-dsv";
import { listOf } from "../file/choose.ts";
import { nearestWord, plainWord } from "../file/nearest.ts";
import type { PeopleOfAge } from "./people-of-age.ts";
import { plural } from "./words.ts";

/** Which areas make up a place, and how its table is cut. */
export interface PopulationOptions {
  /** Areas of the rows that together make the place, by name or code; left out: the area named like the place. */
  readonly areas?: readonly string[];
  /** Age bands that the single ages are added up to: `["0-15", "16-64", "65+"]`; left out: single ages. */
  readonly bands?: readonly string[];
  /** Keeps the sexes apart, in a column `sex` after the year. */
  readonly bySex?: boolean;
}

/**
 * The text of a population table for a system file: CSV with the columns place, year, age, people. The sexes are added
 * up unless `bySex` is set, and so are the areas that make up the place. Rows of several files may be put together
 * (females and males of the subnational projections, estimates for one year and projections for the next), but no
 * figure may come twice. Bands must follow each other from birth to an open last one and cut no single age's group.
 *
 * @example
 * ```ts
 * import { readEstimates, toPopulation } from "@cadre/sources";
 * const text = "area_code,area_name,year,sex,age0,age1,age2plus\nE1,Northland,2018,persons,21,21,170";
 * toPopulation(readEstimates(text).rows, "Northland", { bands: ["0-1", "2+"] });
 * // "place,year,age,people\nNorthland,2018,0-1,42\nNorthland,2018,2+,170\n"
 * ```
 */
export function toPopulation(rows: readonly PeopleOfAge[], place: string, options: PopulationOptions = {}): string {
  const chosen = ofPlace(rows, place, options.areas);
  checkOnce(chosen);
  checkParts(chosen);
  const last = Math.max(...chosen.map(({ age }) => age));
  const bandOf = bandsUpTo(last, options.bands);
  const cells = new Map<string, { year: number; sex: string; band: number; people: number }>();
  const labels = [...new Set(bandOf)];
  for (const { year, age, sex, people } of chosen) {
    const band = labels.indexOf(bandOf[age]!);
    const key = `${year}|${options.bySex ? sex : ""}|${band}`;
    const cell = cells.get(key) ?? { year, sex, band, people: 0 };
    cell.people += people;
    cells.set(key, cell);
  }
  const ordered = [...cells.values()].sort(
    (a, b) => a.year - b.year || (options.bySex ? a.sex.localeCompare(b.sex) : 0) || a.band - b.band,
  );
  const sexName = options.bySex ? ["sex"] : [];
  return `${csvFormatRows([
    ["place", "year", ...sexName, "age", "people"],
    ...ordered.map(({ year, sex, band, people }) => [
      place,
      String(year),
      ...(options.bySex ? [sex] : []),
      labels[band]!,
      // Projections have three decimals; more would be the noise of adding.
      String(Math.round(people * 1e6) / 1e6),
    ]),
  ])}\n`;
}

const fail = (problem: Problem): never => {
  throw new CadreError(problem);
};

function ofPlace(rows: readonly PeopleOfAge[], place: string, areas: readonly string[] | undefined): PeopleOfAge[] {
  const wanted = areas ?? [place];
  const names = [...new Set(rows.flatMap(({ code, area }) => [area, code]))];
  wanted.forEach((word, index) => {
    if (names.some((name) => plainWord(name) === plainWord(word))) return;
    const near = nearestWord(word, names);
    fail({
      code: "unknown-area",
      message: `The rows hold no area "${word}".`,
      path: areas ? `areas[${index}]` : "place",
      value: word,
      rule: `They hold: ${listOf([...new Set(rows.map(({ area }) => area))]) || "nothing"}.`,
      fix: "Name the areas that make up the place as `areas`.",
      ...(near ? { didYouMean: near } : {}),
    });
  });
  const asked = new Set(wanted.map(plainWord));
  return rows.filter(({ code, area }) => asked.has(plainWord(area)) || asked.has(plainWord(code)));
}

/** Each area and year once, with both sexes or with persons: half a place, or one and a half, is no population. */
function checkOnce(rows: readonly PeopleOfAge[]): void {
  const seen = new Set<string>();
  const sexes = new Map<string, Set<string>>();
  const areas = new Map<number, Set<string>>();
  for (const { code, area, year, sex, age } of rows) {
    const key = `${code}|${year}|${sex}|${age}`;
    if (seen.has(key))
      fail({
        code: "figure-twice",
        message: `The ${plural(sex)} of ${area} aged ${age} in ${year} come twice.`,
        path: "rows",
        value: `${code}, ${year}, ${sex}, ${age}`,
        rule: "Each area, year, sex and age has one figure.",
        fix: "Take each year from one series: filter the rows before you join them.",
      });
    seen.add(key);
    const block = `${area} in ${year}`;
    sexes.set(block, (sexes.get(block) ?? new Set()).add(sex));
    areas.set(year, (areas.get(year) ?? new Set()).add(code));
  }
  const all = new Set(rows.map(({ code }) => code));
  for (const [year, found] of areas)
    if (found.size < all.size)
      fail({
        code: "missing-year",
        message: `Not every area of the place has figures for ${year}.`,
        path: "rows",
        value: [...all].filter((code) => !found.has(code)).join(", "),
        rule: "A place is the sum of its areas in every year.",
        fix: "Read the same years of every area.",
      });
  for (const [block, found] of sexes)
    if (!["female,male", "persons"].includes([...found].sort().join(",")))
      fail({
        code: "missing-sex",
        message: `The rows of ${block} are ${[...found].sort().join(" and ")} only, or mix both kinds of rows.`,
        path: "rows",
        value: [...found].sort().join(", "),
        rule: "A population is females and males, or persons.",
        fix: "Read the file of the other sex too, and join the rows of both.",
      });
}

/**
 * An area beside the areas that it is made of would count people twice. Such a total is known by its figures: they are
 * the sum of all the others, or of those that stand directly below or above it, in every year, sex and age.
 */
function checkParts(rows: readonly PeopleOfAge[]): void {
  const areas = new Map<string, { area: string; people: Map<string, number> }>();
  for (const { code, area, year, sex, age, people } of rows) {
    const found = areas.get(code) ?? { area, people: new Map<string, number>() };
    areas.set(code, found);
    found.people.set(`${year}|${sex}|${age}`, people);
  }
  const all = [...areas.values()];
  all.forEach((whole, index) => {
    for (const run of [all.slice(index + 1), all.slice(0, index).reverse(), all.filter((one) => one !== whole)])
      for (let count = 2; count <= run.length; count++) {
        const parts = run.slice(0, count);
        if (
          !isSum(
            whole.people,
            parts.map(({ people }) => people),
          )
        )
          continue;
        fail({
          code: "total-beside-parts",
          message: `${whole.area} is the sum of ${listOf(parts.map(({ area }) => area))}: its people would be counted twice.`,
          path: "areas",
          value: whole.area,
          rule: "A place is made of areas that have no people in common.",
          fix: `Leave out ${whole.area}, or name it alone.`,
        });
      }
  });
}

/** Whether one area has the people of others together, rounding aside; areas without people say nothing. */
function isSum(whole: ReadonlyMap<string, number>, parts: readonly ReadonlyMap<string, number>[]): boolean {
  if (![...whole.values()].some((people) => people > 0)) return false;
  const most = (parts.length + 1) / 2;
  return (
    [...whole].every(([key, people]) => {
      let sum = 0;
      for (const part of parts) sum += part.get(key) ?? 0;
      // Exact for whole numbers; projections are rounded at the third decimal.
      return Math.abs(sum - people) <= (Number.isInteger(people) && Number.isInteger(sum) ? 0 : most / 1000);
    }) && parts.every((part) => [...part.values()].some((people) => people > 0))
  );
}

/** The band of each single age up to the last. */
function bandsUpTo(last: number, bands: readonly string[] | undefined): string[] {
  if (!bands) return Array.from({ length: last + 1 }, (_, age) => (age === last ? `${age}+` : String(age)));
  const labels: string[] = [];
  for (const band of bands) {
    const [, from, to, open] = /^(\d{1,3})(?:[-–](\d{1,3}))?(\+)?$/.exec(band.trim()) ?? [];
    const end = open ? last : Number(to ?? from);
    const follows = from !== undefined && Number(from) === labels.length && end >= Number(from);
    if (!follows || (!open && end >= last) || (open && band !== bands.at(-1)))
      fail({
        code: "bad-bands",
        message: `The band "${band}" does not follow the one before.`,
        path: "bands",
        value: bands.join(", "),
        rule: `Bands follow each other from 0 to an open last one that starts at ${last} or below.`,
        fix: "Write them like 0-15, 16-64, 65+.",
      });
    while (labels.length <= end) labels.push(band.trim());
  }
  if (labels.length <= last)
    fail({
      code: "bad-bands",
      message: "The bands leave out the oldest.",
      path: "bands",
      value: bands.join(", "),
      rule: "The last band is open.",
      fix: `Add a band such as ${labels.length}+.`,
    });
  return labels;
}
