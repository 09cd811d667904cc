import type { Csv } from "../file/csv.ts";
import type { PeopleHeader } from "./layouts.ts";
import type { Sex } from "./people-of-age.ts";
import { parseSex } from "./words.ts";

/** The sex that a sheet is of, from the titles above its header: one cell says Persons, Males or Females. */
export function sexInTitles(csv: Csv, header: PeopleHeader): Sex {
  const said = new Set(titlesOf(header).flatMap((cell) => parseSex(cell.replace(/^sex\s*[:=]\s*/i, "")) ?? []));
  const [sex] = said;
  if (sex !== undefined && said.size === 1) return sex;
  return failTitle(csv, header, "sex", [...said], "Persons, Males or Females");
}

/** The year that a sheet is of, from the titles above its header: `Mid-2018`, or the only year that they name. */
export function yearInTitles(csv: Csv, header: PeopleHeader): number {
  const titles = titlesOf(header).join(" ");
  const yearsAfter = (pattern: RegExp) => new Set([...titles.matchAll(pattern)].map((match) => Number(match[1])));
  const mid = yearsAfter(/\bmid[- ]?(?:year )?((?:19|20|21)\d\d)\b/gi);
  const said = mid.size > 0 ? mid : yearsAfter(/\b((?:19|20|21)\d\d)\b/g);
  const [year] = said;
  if (year !== undefined && said.size === 1) return year;
  return failTitle(csv, header, "year", [...said].map(String), "Mid-2018");
}

const titlesOf = ({ above }: PeopleHeader): string[] =>
  above.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ""));

function failTitle(csv: Csv, header: PeopleHeader, what: string, said: readonly string[], like: string): never {
  return csv.fail(header.line, 0, {
    code: `which-${what}`,
    message:
      said.length > 1
        ? `The titles above the header name more than one ${what}.`
        : `Neither a column nor a title says which ${what} the figures are of.`,
    value: said.join(", ") || titlesOf(header).join(", ").slice(0, 200) || "(no titles)",
    rule: `${header.layout.title}: a title above the header says it, such as ${like}.`,
    fix: `Keep the title rows of the sheet, or add a column "${what}".`,
  });
}
