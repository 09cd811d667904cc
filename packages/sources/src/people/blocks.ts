import { badCell, countOf, textOf } from "../file/cell.ts";
import type { Csv, Line } from "../file/csv.ts";
import { nearestWord } from "../file/nearest.ts";
import { isWithheld } from "../file/number.ts";
import type { PeopleHeader } from "./layouts.ts";
import type { Sex } from "./people-of-age.ts";
import { sexInTitles, yearInTitles } from "./titles.ts";
import { parseAge, parseSex, parseYear, plural, SEX_WORDS } from "./words.ts";

/** Everybody of one area, series, year and sex by single age, and where in the file that began. */
export interface Block {
  readonly code: string;
  readonly area: string;
  readonly series: string | undefined;
  readonly year: number;
  readonly sex: Sex;
  readonly line: Line;
  readonly field: number;
  readonly ages: Map<number, { readonly people: number; readonly open: boolean }>;
  /** The total of all ages, where the file gives it. */
  all?: { readonly people: number; readonly line: Line; readonly field: number };
}

/** What a row says before its figures. */
export interface RowLabels {
  readonly line: Line;
  readonly code: string;
  readonly area: string;
  readonly series: string | undefined;
}

/** Blocks of the years that are asked for, those years of each area that are not, and how many figures of theirs are withheld. */
export interface GatheredBlocks {
  readonly blocks: readonly Block[];
  readonly others: readonly {
    readonly code: string;
    readonly area: string;
    readonly series: string | undefined;
    readonly year: number;
  }[];
  readonly withheld: number;
}

/**
 * Gathers the figures of the chosen rows into blocks. A figure that stands in the file twice is an error. Of years that
 * nobody asked for no cell is judged.
 */
export function gatherBlocks(
  csv: Csv,
  header: PeopleHeader,
  rows: readonly RowLabels[],
  wanted: readonly number[] | undefined,
): GatheredBlocks {
  const blocks = new Map<string, Block>();
  const others: GatheredBlocks["others"][number][] = [];
  let withheld = 0;
  for (const row of rows) {
    for (const { year, fields } of unasked(csv, header, row.line, wanted)) {
      others.push({ code: row.code, area: row.area, series: row.series, year });
      withheld += fields.filter((field) => isWithheld(row.line.cells[field] ?? "")).length;
    }
    for (const cell of figuresOf(csv, header, row.line, wanted)) {
      const sex = sexOf(csv, header, row.line);
      const key = `${row.code}|${row.series}|${cell.year}|${sex}`;
      let block = blocks.get(key);
      if (!block) {
        const { code, area, series, line } = row;
        block = { code, area, series, year: cell.year, sex, line, field: cell.field, ages: new Map() };
        blocks.set(key, block);
      }
      const twice = cell.age === "all" ? block.all !== undefined : block.ages.has(cell.age);
      if (twice) failTwice(csv, block, row.line, cell);
      if (cell.age === "all") block.all = { people: cell.people, line: row.line, field: cell.field };
      else block.ages.set(cell.age, { people: cell.people, open: cell.open });
    }
  }
  return { blocks: [...blocks.values()], others, withheld };
}

/** The years of a row that nobody asked for, each with the fields of its figures. */
function unasked(
  csv: Csv,
  header: PeopleHeader,
  line: Line,
  wanted: readonly number[] | undefined,
): { year: number; fields: number[] }[] {
  if (!wanted) return [];
  const { layout, field, series } = header;
  if (layout.across === "year")
    return series
      .map((column) => ({ year: Number(column.label), fields: [column.field] }))
      .filter(({ year }) => !wanted.includes(year));
  const year = yearOf(csv, header, line);
  if (wanted.includes(year)) return [];
  return [{ year, fields: layout.across === "age" ? series.map((column) => column.field) : [field.people as number] }];
}

interface Figure {
  readonly year: number;
  readonly age: number | "all";
  readonly open: boolean;
  readonly people: number;
  readonly field: number;
}

function* figuresOf(
  csv: Csv,
  header: PeopleHeader,
  line: Line,
  wanted: readonly number[] | undefined,
): Generator<Figure> {
  const asked = (year: number): boolean => wanted?.includes(year) ?? true;
  const { layout, field, series, line: names } = header;
  const count = (at: number): number => countOf(csv, names, line, at, "people");
  if (layout.across === "age") {
    const year = yearOf(csv, header, line);
    if (!asked(year)) return;
    if (field.all !== undefined) yield { year, age: "all", open: true, people: count(field.all), field: field.all };
    for (const column of series)
      yield {
        year,
        ...ageIn(csv, names, column.field, column.label),
        people: count(column.field),
        field: column.field,
      };
    return;
  }
  if (layout.across === "none" && !asked(yearOf(csv, header, line))) return;
  const at = field.age as number;
  const age = ageIn(csv, line, at, textOf(csv, names, line, at));
  if (layout.across === "year") {
    for (const column of series.filter(({ label }) => asked(Number(label))))
      yield { year: Number(column.label), ...age, people: count(column.field), field: column.field };
    return;
  }
  const people = field.people as number;
  yield { year: yearOf(csv, header, line), ...age, people: count(people), field: people };
}

function ageIn(csv: Csv, line: Line, field: number, text: string): { age: number | "all"; open: boolean } {
  return (
    parseAge(text) ??
    badCell(csv, line, field, {
      what: "a single age",
      value: text,
      rule: "Ages are single years, the last one open: 0, 1, … 89, 90 and over. A total is called All ages.",
      fix: "Use the edition by single year of age, not the one in bands.",
    })
  );
}

function yearOf(csv: Csv, header: PeopleHeader, line: Line): number {
  const at = header.field.year;
  if (at === undefined) return yearInTitles(csv, header);
  const text = textOf(csv, header.line, line, at);
  return (
    parseYear(text) ??
    badCell(csv, line, at, {
      what: "a year",
      value: text,
      rule: "A year has four digits.",
      fix: "Write it like 2018.",
    })
  );
}

function sexOf(csv: Csv, header: PeopleHeader, line: Line): Sex {
  const at = header.field.sex;
  if (at === undefined) return sexInTitles(csv, header);
  const text = textOf(csv, header.line, line, at);
  const sex = parseSex(text);
  if (sex) return sex;
  const near = nearestWord(text, SEX_WORDS);
  return badCell(csv, line, at, {
    what: "a sex",
    value: text,
    rule: "The sexes are females, males and persons (also f, m, 2 and 1).",
    fix: /^(t|b|both( sexes)?)$/i.test(text)
      ? `"${text}" may stand for a total of both sexes. If it does, write persons.`
      : "Write it so, or leave the row out.",
    ...(near ? { didYouMean: near } : {}),
  });
}

function failTwice(csv: Csv, block: Block, line: Line, { age, field }: Figure): never {
  return csv.fail(line, field, {
    code: "figure-twice",
    message: `The ${plural(block.sex)} of ${block.area} aged ${age} in ${block.year} are in the file twice.`,
    value: `${block.code}, ${block.year}, ${block.sex}, ${age}`,
    rule: "Each area, year, sex and age has one figure.",
    fix: "Leave out the row that does not belong there.",
  });
}
