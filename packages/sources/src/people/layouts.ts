import type { Header, Layout } from "../file/header.ts";

/** What the columns of a population file hold. */
export type PeopleColumn =
  | "code"
  | "name"
  | "series"
  | "component"
  | "measure"
  | "year"
  | "sex"
  | "age"
  | "people"
  | "all";

/** A layout of population by sex and single age. */
export interface PeopleLayout extends Layout<PeopleColumn> {
  readonly kind: "estimates" | "projections" | "either";
  /** What stands side by side: the ages, the years, or nothing because each figure has a row of its own. */
  readonly across: "age" | "year" | "none";
  /** The last age counts everybody above it although its label does not say so. */
  readonly lastIsOpen?: boolean;
}

/** The header of a population file as found. */
export type PeopleHeader = Header<PeopleColumn, PeopleLayout>;

const ageColumn = (name: string): string | undefined => /^age[_ ]?(\d+(?:[_ ]?plus|\+)?)$/i.exec(name)?.[1];
const bareAge = (name: string): string | undefined => /^(?:\d{1,3}|\d{1,3} ?(?:\+|plus|and over))$/i.exec(name)?.[0];
const yearColumn = (name: string): string | undefined => /^\d{4}$/.exec(name)?.[0];
const populationColumn = (name: string): string | undefined => /^population_(\d{4})$/i.exec(name)?.[1];

/** The layouts in which the Office for National Statistics gives people by sex and single age, by their CSV headers. */
export const peopleLayouts: readonly PeopleLayout[] = [
  {
    title: "People by single age, a row for each area, year and sex",
    kind: "either",
    across: "age",
    columns: {
      code: ["area_code", "code", "area code"],
      name: ["area_name", "area", "name"],
      year: ["year", "mid_year"],
      sex: ["sex"],
    },
    optional: { series: ["series"], all: ["all_ages"] },
    series: ageColumn,
  },
  {
    title: "Subnational population projections, the CSV download",
    kind: "projections",
    across: "year",
    columns: { code: ["AREA_CODE"], name: ["AREA_NAME"], sex: ["SEX"], age: ["AGE_GROUP"] },
    optional: { component: ["COMPONENT"], series: ["VARIANT"] },
    series: yearColumn,
  },
  {
    title: "Mid-year estimates, the detailed series (MYEB1)",
    kind: "estimates",
    across: "year",
    columns: { code: ["ladcode##"], name: ["laname##", "ladname##"], sex: ["sex"], age: ["age"] },
    series: populationColumn,
    lastIsOpen: true,
  },
  {
    title: "Mid-year estimates, the download with a row for each figure",
    kind: "estimates",
    across: "none",
    columns: {
      people: ["v4_#", "v#_#", "observation"],
      year: ["calendar-years", "Time"],
      code: ["administrative-geography", "admin-geography"],
      name: ["Geography"],
      sex: ["sex"],
      age: ["single-year-of-age", "Age"],
    },
  },
  {
    title: "National projection by variant",
    kind: "projections",
    across: "year",
    columns: { series: ["variant"], age: ["age"], sex: ["sex"] },
    series: yearColumn,
    lastIsOpen: true,
  },
  {
    title: "Mid-year estimates, a sheet of one year and sex",
    kind: "estimates",
    across: "age",
    columns: { code: ["Code", "Area code"], name: ["Name", "Area name"] },
    // Where no column says it, the titles above the header do.
    optional: { year: ["Year"], sex: ["Sex"], all: ["All ages"] },
    series: bareAge,
  },
  {
    title: "Nomis, a row for each figure",
    kind: "estimates",
    across: "none",
    columns: {
      people: ["OBS_VALUE"],
      year: ["DATE", "DATE_NAME"],
      code: ["GEOGRAPHY_CODE"],
      name: ["GEOGRAPHY_NAME"],
      sex: ["GENDER_NAME", "SEX_NAME"],
      age: ["C_AGE_NAME", "AGE_NAME"],
    },
    optional: { measure: ["MEASURES_NAME"] },
  },
  {
    title: "Subnational population projections, a row for each figure",
    kind: "projections",
    across: "none",
    columns: {
      people: ["VALUE", "OBS_VALUE"],
      year: ["YEAR"],
      code: ["AREA_CODE"],
      name: ["AREA_NAME"],
      sex: ["SEX"],
      age: ["AGE_GROUP", "AGE"],
    },
    optional: { component: ["COMPONENT"], series: ["VARIANT"] },
  },
];
