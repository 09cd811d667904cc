import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { personYearsLived, type Survival, survivalRatios } from "../packages/cadre/src/population/survival.ts";

/**
 * Official statistics that lie beside the checkout, not inside it. Source: Office for National Statistics licensed under
 * the Open Government Licence v3.0. Arrays by (sex, age) hold women first, single ages 0 to 89 and 90+.
 */
const folder = fileURLToPath(new URL("../../shared/data/public/", import.meta.url));
const AGES = 91;
const SEXES = ["female", "male"] as const;

/** Whether the figures are there. */
export const figuresAreThere = existsSync(folder);

/** Mid-year estimate, rebased to the Census of 2021. */
export function estimate(area: string, year: number): Float64Array {
  const of = (sex: string): number[] => {
    const row = rows("population_by_single_age.csv").find(
      (r) => r.area_name === area && r.series === "MYE" && r.year === `${year}` && r.sex === sex,
    );
    return Array.from({ length: AGES }, (_, x) => Number(row?.[x === AGES - 1 ? "age90plus" : `age${x}`]));
  };
  return Float64Array.from([...of("f"), ...of("m")]);
}

/** Shares of England's people who live through a year, from the national life table of a period. */
export function survival(period: string): Survival {
  const table = rows("life_table_england_ons.csv").filter((r) => r.period === period);
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
    rows("life_table_england_ons.csv")
      .filter((r) => r.period === period && r.sex === sex)
      .sort((a, b) => Number(a.age) - Number(b.age))
      .map((r) => Number(r.mx)),
  );

/** Births a woman a year by age in England, as the 2022-based projection implies them. */
export function fertility(year: number): Float64Array {
  const births = new Float64Array(AGES);
  for (const r of rows("fertility_by_age_england.csv"))
    if (r.year === `${year}`) births[Number(r.mother_age)] = Number(r.ratio_births_per_woman);
  return births;
}

/** Net migrants a year by age at the end of the year; the figures know no sex, so half are women. */
export function migration(area: string, period: string): Float64Array {
  const migrants = new Float64Array(2 * AGES);
  for (const r of rows("net_migration_by_age_residual.csv")) {
    if (r.area_name !== area || r.period !== period) continue;
    for (const s of [0, 1]) migrants[s * AGES + Number(r.age_at_end)] = Number(r.net_migrants_per_year) / 2;
  }
  return migrants;
}

/** Births or deaths registered in the year to mid-`year`; known for 2016 to 2020. */
export function registered(component: "Births" | "Deaths", area: string, year: number): number {
  const row = rows("components_of_change_2016_2020.csv").find(
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
