import type { ReadOptions } from "../figures.ts";
import { badCell, textOf } from "../file/cell.ts";
import { chooseCodes, listOf } from "../file/choose.ts";
import type { Csv } from "../file/csv.ts";
import { nearestWord, plainWord } from "../file/nearest.ts";
import { withheldElsewhere } from "../file/number.ts";
import { openFigures } from "../file/open-figures.ts";
import { type Block, gatherBlocks, type RowLabels } from "./blocks.ts";
import { checkComplete, checkYears, withoutTotals } from "./complete.ts";
import { type PeopleColumn, type PeopleHeader, type PeopleLayout, peopleLayouts } from "./layouts.ts";
import type { PeopleOfAge } from "./people-of-age.ts";

/** Which figures of a population file are wanted. */
export interface PeopleOptions extends ReadOptions {
  /** Areas by name or code; all of the file when left out. A file of one country names none: name it here. */
  readonly areas?: readonly string[];
  /** Years; all of the file when left out. */
  readonly years?: readonly number[];
  /** Which of several series or variants in one file. */
  readonly series?: string;
}

/** Reads people by sex and single age in any known layout of the given kind. */
export function readPeople(
  content: string | Uint8Array,
  kind: "estimates" | "projections",
  options: PeopleOptions,
): { rows: PeopleOfAge[]; notes: string[] } {
  const { csv, header, notes } = openFigures<PeopleColumn, PeopleLayout>(content, options, "population", peopleLayouts);
  if (header.layout.kind !== "either" && header.layout.kind !== kind) failKind(csv, header, kind);
  checkSeriesColumns(csv, header);
  const rows = ofSeries(csv, header, kind, labelled(csv, header, options), options.series);
  const { blocks, others, withheld } = gatherBlocks(csv, header, rows, options.years);
  checkYears(csv, [...blocks, ...others], options.years);
  checkComplete(csv, header.layout, blocks);
  return { rows: withoutTotals(blocks).flatMap(rowsOf), notes: [...notes, ...withheldElsewhere(withheld)] };
}

function rowsOf({ code, area, year, sex, series, ages }: Block): PeopleOfAge[] {
  const last = ages.size - 1;
  return [...ages]
    .sort(([a], [b]) => a - b)
    .map(([age, { people }]) => ({
      code,
      area,
      year,
      sex,
      age,
      open: age === last,
      people,
      ...(series === undefined ? {} : { series }),
    }));
}

/** The rows of the areas asked for, with the area and series that each stands for. */
function labelled(csv: Csv, header: PeopleHeader, { areas }: PeopleOptions): RowLabels[] {
  const { field, line: names, body } = header;
  const text = (row: RowLabels["line"], at: number | undefined): string | undefined =>
    at === undefined ? undefined : textOf(csv, names, row, at);
  // Nomis gives counts and percentages of the same people in one file.
  const counts = body.filter((line) => plainWord(text(line, field.measure) ?? "value") === "value");
  const rows = counts.map((line) => {
    if (line.cells.slice(names.cells.length).some((cell) => cell.trim() !== ""))
      badCell(csv, line, names.cells.length, {
        what: "a cell of any column",
        value: line.cells.slice(names.cells.length).join(","),
        rule: `The header has ${names.cells.length} columns.`,
        fix: 'A name that contains a comma is in quotes: "Bristol, City of".',
      });
    const component = text(line, field.component);
    if (component !== undefined && plainWord(component) !== "population")
      badCell(csv, line, field.component as number, {
        what: "a row of people",
        value: component,
        rule: "The component of a population file is Population.",
        fix: "Births, deaths and migration are in separate files. Use the file of the population.",
      });
    return { line, code: text(line, field.code), area: text(line, field.name), series: text(line, field.series) };
  });
  if (field.code === undefined) {
    const [area] = areas ?? [];
    if (area === undefined || areas?.length !== 1) return failNoArea(csv, header);
    return rows.map(({ line, series }) => ({ line, code: area, area, series }));
  }
  const known = new Map(rows.map(({ code, area }) => [code ?? "", area ?? ""]));
  const codes = chooseCodes(csv, { one: "area", many: "areas" }, known, areas);
  return rows.flatMap(({ line, code = "", area = "", series }) =>
    codes.has(code) ? [{ line, code, area, series }] : [],
  );
}

/** The rows of one series. A mixed file calls its estimates MYE; any other series is a projection. */
function ofSeries(
  csv: Csv,
  header: PeopleHeader,
  kind: "estimates" | "projections",
  rows: readonly RowLabels[],
  wanted: string | undefined,
): readonly RowLabels[] {
  const known = [...new Set(rows.flatMap(({ series }) => series ?? []))];
  if (known.length === 0 && wanted === undefined) return rows;
  const ofKind = known.filter((series) =>
    header.layout.kind === "either" ? /^mye/i.test(series) === (kind === "estimates") : true,
  );
  const chosen = wanted === undefined ? ofKind : known.filter((series) => plainWord(series) === plainWord(wanted));
  if (chosen.length === 1) return rows.filter(({ series }) => series === chosen[0]);
  const near = wanted === undefined ? undefined : nearestWord(wanted, known);
  return csv.fail(header.line, header.field.series ?? 0, {
    code: "which-series",
    message:
      wanted !== undefined
        ? `The file has no series "${wanted}".`
        : chosen.length === 0
          ? `The file has no ${kind}.`
          : `The file has ${chosen.length} series of ${kind}.`,
    path: "series",
    value: wanted ?? (listOf(chosen.length ? chosen : known) || "(none)"),
    rule: `One series is read at a time. The file has: ${listOf(known) || "none"}.`,
    fix: "Name one of them as `series`.",
    ...(near ? { didYouMean: near } : {}),
  });
}

/** Published years and ages follow each other, so a gap means a column that was lost or renamed. */
function checkSeriesColumns(csv: Csv, header: PeopleHeader): void {
  const { series, layout, line } = header;
  const what = layout.across;
  const number = (label: string): number => Number(/\d+/.exec(label)?.[0]);
  series.forEach((column, index) => {
    const before = series[index - 1];
    const first = series.findIndex((other) => number(other.label) === number(column.label));
    if (first < index)
      csv.fail(line, column.field, {
        code: "column-twice",
        message: `The ${what} ${number(column.label)} is twice in the header: column ${series[first]!.field + 1} and column ${column.field + 1}.`,
        value: line.cells[column.field]!,
        rule: `${layout.title}: there is one column for every ${what}, in order.`,
        fix: `Delete the one that is not meant, or give it its right ${what}.`,
      });
    const due = before ? number(before.label) + 1 : what === "age" ? 0 : number(column.label);
    if (number(column.label) === due) return;
    // What stands where the column is due is most likely that column under a new name.
    const stranger = line.cells.slice(before ? before.field + 1 : 0, column.field).at(-1);
    csv.fail(line, stranger === undefined ? column.field : column.field - 1, {
      code: `missing-${what}`,
      message: `The header has no column for ${what} ${due}.`,
      value: stranger ?? line.cells[column.field],
      rule: `${layout.title}: there is a column for every ${what}, in order.`,
      fix: `Look in the header for a column that is left out or renamed before ${line.cells[column.field]}.`,
    });
  });
}

function failKind(csv: Csv, header: PeopleHeader, kind: string): never {
  const other = kind === "estimates" ? "readProjections" : "readEstimates";
  return csv.fail(header.line, 0, {
    code: "other-kind",
    message: `The file holds ${header.layout.kind}, not ${kind}.`,
    value: header.layout.title,
    rule: "Estimates count the past; projections say what would follow from them.",
    fix: `Read it with ${other}.`,
  });
}

function failNoArea(csv: Csv, header: PeopleHeader): never {
  return csv.fail(header.line, 0, {
    code: "which-area",
    message: "The file does not say which area it covers.",
    path: "areas",
    value: header.layout.title,
    rule: "A file of one country has no column for the area.",
    fix: 'Name the one area, for example `areas: ["England"]`.',
  });
}
