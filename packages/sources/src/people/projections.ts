import { type Figures, figuresFrom } from "../figures.ts";
import type { PeopleOfAge } from "./people-of-age.ts";
import { type PeopleOptions, readPeople } from "./read-people.ts";

/**
 * Reads population projections of the Office for National Statistics: people by sex and single age at 30 June of each
 * year. It knows four layouts by their headers: the download of the subnational projections (`AREA_CODE, AREA_NAME,
 * COMPONENT, SEX, AGE_GROUP, 2018, 2019, …`), of which females, males and persons are files of their own; the same with a
 * row for each figure (`AREA_CODE, AREA_NAME, YEAR, SEX, AGE_GROUP, VALUE`); a row for
 * each area, year and sex with columns `age0 … age90plus`; and one country by variant (`variant, age, sex, 2022, …`),
 * for which `areas` names the country.
 *
 * Where a file holds several variants, `series` names one. Errors are those of `readEstimates`.
 *
 * @example
 * ```ts
 * import { readProjections } from "@cadre/sources";
 * const text = [
 *   "AREA_CODE,AREA_NAME,COMPONENT,SEX,AGE_GROUP,2018,2019",
 *   "E1,Northland,Population,females,0,10.2,10.4",
 *   "E1,Northland,Population,females,1 and over,99.5,101.3",
 *   "E1,Northland,Population,females,All ages,109.7,111.7",
 * ].join("\n");
 * readProjections(text).rows.length; // 4: two ages in two years
 * ```
 */
export function readProjections(content: string | Uint8Array, options: PeopleOptions = {}): Figures<PeopleOfAge> {
  const { rows, notes } = readPeople(content, "projections", options);
  return figuresFrom(
    rows,
    { title: "Population projections", publisher: "Office for National Statistics" },
    options,
    notes,
  );
}
