import { type Figures, figuresFrom } from "../figures.ts";
import type { PeopleOfAge } from "./people-of-age.ts";
import { type PeopleOptions, readPeople } from "./read-people.ts";

/**
 * Reads mid-year population estimates of the Office for National Statistics: people by sex and single age at 30 June.
 * It knows these layouts by their headers: a row for each area, year and sex with columns `age0 … age90plus`, with or
 * without a series (the estimates are `MYE`); the detailed series MYEB1 (`ladcode18, laname18, country, sex, age,
 * population_2001, …`); a sheet of the workbook, given as bytes or saved as CSV (`Code, Name, Geography, All ages, 0, 1, … 90+`, whose
 * titles say year and sex); the download of Nomis (`DATE, GEOGRAPHY_CODE, …, OBS_VALUE`); and the download with a row for
 * each figure.
 *
 * Only the areas and years asked for are judged; `notes` counts withheld figures elsewhere. Rows come in the order of the file. Totals (all ages, persons beside both sexes) are held against their parts and
 * left out. Throws a `CadreError` with file, line and column when a column is missing or renamed, a cell is no number,
 * an area or year asked for is not there, an age is missing, or a total differs from the sum of its parts.
 *
 * @example
 * ```ts
 * import { readEstimates } from "@cadre/sources";
 * const text = [
 *   "area_code,area_name,series,year,sex,age0,age1,age2plus",
 *   "E1,Northland,MYE,2018,f,10,11,90",
 *   "E1,Northland,MYE,2018,m,11,10,80",
 * ].join("\n");
 * const { rows, source } = readEstimates(text, { areas: ["Northland"], years: [2018] });
 * rows[2]; // { code: "E1", area: "Northland", year: 2018, sex: "female", age: 2, open: true, people: 90, series: "MYE" }
 * source.licence; // "OGL-3.0"
 * ```
 */
export function readEstimates(content: string | Uint8Array, options: PeopleOptions = {}): Figures<PeopleOfAge> {
  const { rows, notes } = readPeople(content, "estimates", options);
  return figuresFrom(
    rows,
    { title: "Mid-year population estimates", publisher: "Office for National Statistics" },
    options,
    notes,
  );
}
