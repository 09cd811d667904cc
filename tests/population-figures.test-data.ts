import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { personYearsLived, type Survival, survivalRatios } from "../packages/cadre/src/population/survival.ts";

/**
 * Extracts of official statistics, described in data/official/README.md. Arrays by (sex, age) hold women first, single
 * ages 0 to 89 and 90+.
 */
const folder = fileURLToPath(new URL("../data/official/", import.meta.url));
const AGES = 91;
const SEXES = ["female", "male"] as const;

/** Mid-year estimate, rebased to the Census of 2021. */
export function estimate(area: string, year: number): Float64Array {
  const of = (sex: string): number[] => {
    const row = rows("people-by-single-age.csv").find(
      (r) => r.area_name === area && r.series === "MYE" && r.year === `${year}` && r.sex === sex,
    );
    return Array.from({ length: AGES }, (_, x) => Number(row?.[x === AGES - 1 ? "age90plus" : `age${x}`]));
  };
  return Float64Array.from([...of("f"), ...of("m")]);
}

/** Shares of England's people who live through a year, from the national life table of a period. */
export function survival(period: string): Survival {
  const table = rows("life-tables-england.csv").filter((r) => r.period === period);
  const column = (name: string): number[][] =>
    SEXES.map((sex) => {
      const ofSex = table.filter((r) => r.sex === sex).sort((a, b) => Number(a.age) - Number(b.age));
      return ofSex.map((r) => Number(r[name]));
    });
  const personYears = personYearsLived({
    survivors: Float64Array.from(column("lx").flat()),
    expectation: column("ex").map((years) => years[years.length - 1]!),
  });
  return survivalRatios({ personYears, radix: 100_000, interval: 1, sexes: 2, ages: AGES });
}

/** Death rates of England by age, women's and men's, from the national life table of a period. */
export const deathRates = (period: string): number[][] =>
  SEXES.map((sex) =>
    rows("life-tables-england.csv")
      .filter((r) => r.period === period && r.sex === sex)
      .sort((a, b) => Number(a.age) - Number(b.age))
      .map((r) => Number(r.mx)),
  );

/** Births a woman a year by age in England, as the 2022-based projection implies them. */
export function fertility(year: number): Float64Array {
  const births = new Float64Array(AGES);
  for (const r of rows("fertility-england-2023.csv"))
    if (r.year === `${year}`) births[Number(r.mother_age)] = Number(r.ratio_births_per_woman);
  return births;
}

/** Net migrants a year by age at the end of the year; the figures know no sex, so half are women. */
export function migration(area: string, period: string): Float64Array {
  const migrants = new Float64Array(2 * AGES);
  for (const r of rows("net-migration.csv")) {
    if (r.area_name !== area || r.period !== period) continue;
    for (const s of [0, 1]) migrants[s * AGES + Number(r.age_at_end)] = Number(r.net_migrants_per_year) / 2;
  }
  return migrants;
}

/** Births or deaths registered in the year to mid-`year`; known for 2016 to 2020. */
export function registered(component: "Births" | "Deaths", area: string, year: number): number {
  const row = rows("births-and-deaths.csv").find(
    (r) => r.area?.toLowerCase() === area.toLowerCase() && r.year_to === `mid-${year}` && r.component === component,
  );
  return Number(row?.value);
}

const read = new Map<string, Record<string, string>[]>();

function rows(file: string): Record<string, string>[] {
  const before = read.get(file);
  if (before) return before;
  const [header = "", ...lines] = readFileSync(`${folder}${file}`, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  const table = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
  read.set(file, table);
  return table;
}
