import { type Book, type BookCell, type BookSheet, type CellChoice, type CellLook, tableName } from "@cadre/workbook";
import { withoutFormula } from "cadre/tables";
import { DAY_PATTERN, type PlaceContent, textFor } from "./cell-value.ts";
import { keyOf, type Row, rowsOf } from "./rows.ts";
import { COLUMNS, type Column, HOW_WRITTEN, TOLD_BESIDE, TOPICS, type Topic, WORDS_TO_CHOOSE } from "./topics.ts";

/** Rows at the end of each table that wait for numbers of one's own. */
const SPARE = 30;
const WIDTHS: Readonly<Record<Column, number>> = {
  ...{ owner: 24, number: 30, part: 16, value: 24, kind: 13, source: 22 },
  ...{ at: 22, quality: 11, note: 44, other: 24, how: 46 },
};

/** Colours of a workbook, as six letters and digits: of links, of lines, and of the ground of a head. */
export interface PlaceBookColours {
  readonly link: string;
  readonly grid: string;
  readonly ground: string;
}

/**
 * A place as a workbook to be filled in, ready for `writeXlsx`: a sheet for each topic and a row for each number. `content` is
 * what the system file holds, as plain data; scenarios may stand in it by their ids under `scenarios`. Throws a
 * `CadreError` where a name of the file cannot stand in a workbook. Method: docs/guide/place-in-a-workbook.md.
 *
 * @example
 * ```ts
 * import { placeBook } from "@cadre/sources";
 * const content = { id: "westshire", title: "Westshire", pools: { nurses: { headcount: 120 } } };
 * placeBook("Westshire", content, { link: "00558C", grid: "E3E6EA", ground: "F4F5F7" }).sheets[1].name; // "Place"
 * ```
 */
export function placeBook(place: string, content: PlaceContent, colours: PlaceBookColours): Book {
  const rows = rowsOf(content);
  const sources = rows.flatMap(({ topic, owner }) => (topic === TOPICS.sources ? [owner] : []));
  const topics: readonly Topic[] = Object.values(TOPICS);
  const sheets = topics.map((topic) =>
    topicSheet(
      topic,
      rows.filter((row) => row.topic === topic),
      [...new Set(sources)],
      colours,
    ),
  );
  return {
    title: `${place}: workbook`,
    subject: "Staff of a place, to be filled in and read with cadre import",
    colours: { link: colours.link, grid: colours.grid },
    sheets: [guideSheet(place, topics, colours), ...sheets],
  };
}

const text = (value: string, look: CellLook = {}, link?: string): BookCell => ({
  value: withoutFormula(value),
  look: { format: "@", align: "left", ...look },
  ...(link !== undefined && { link }),
});

function guideSheet(place: string, topics: readonly Topic[], { ground }: PlaceBookColours): BookSheet {
  const lines = [
    "Each sheet has one table with a row for each number. Fill in the columns whose cells have a line below; write in empty rows at the end.",
    "A percentage has its sign: 34%. A day is a date. A list is in brackets: [retirement, death]. Empty cells say nothing.",
    "Where a number is for a band, a year or a name, the column For says which. A row without a value is about the rows below it.",
    "Save the workbook, then run: cadre import, with the name of this file. An error names the sheet and the cell.",
  ];
  const above = [[text(`${place}: workbook`, { heading: 1 })], ...lines.map((line) => [text(line, { wrap: true })])];
  const head = ["Sheet", "What it holds"].map((name) => text(name, { bold: true, lined: true, fill: ground }));
  const rows = topics.map(({ sheet, holds }) => [text(sheet, {}, `#${sheet}`), text(holds, { wrap: true })]);
  const range = { top: above.length, left: 0, bottom: above.length + rows.length, right: 1 };
  return {
    name: "Guide",
    rows: [...above.map(([cell]) => [cell]), head, ...rows],
    widths: [90, 90],
    table: { name: "Guide", range },
  };
}

/** The columns of a sheet. */
export const columnsOf = ({ owner }: Topic): readonly Column[] =>
  (Object.keys(COLUMNS) as Column[]).filter((column) => column !== "owner" || owner !== undefined);

/** The header of a column on a sheet: the first one names what the rows belong to. */
export const headOf = (column: Column, { owner }: Topic): string =>
  column === "owner" && owner !== undefined ? owner : COLUMNS[column];

function topicSheet(
  topic: Topic,
  rows: readonly Row[],
  sources: readonly string[],
  { ground }: PlaceBookColours,
): BookSheet {
  const columns = columnsOf(topic);
  const above = [[text(topic.sheet, { heading: 1 })], [text(topic.holds)], [text("Back to the guide", {}, "#Guide")]];
  const top = above.length;
  const bottom = top + rows.length + SPARE;
  const head = columns.map((column) =>
    text(headOf(column, topic), { bold: true, wrap: true, lined: true, fill: ground }),
  );
  const spare = Array.from({ length: SPARE }, () =>
    columns.map((): BookCell => ({ value: "", look: { lined: true, open: true, wrap: true } })),
  );
  return {
    name: topic.sheet,
    rows: [...above, head, ...rows.map((row) => columns.map((column) => cellOf(row, column))), ...spare],
    widths: columns.map((column) => WIDTHS[column]),
    table: { name: tableName(`${topic.sheet} table`, []), range: { top, left: 0, bottom, right: columns.length - 1 } },
    frozen: top + 1,
    isProtected: true,
    choices: choicesOf(topic, rows, sources, { columns, top, bottom }),
  };
}

function cellOf(row: Row, column: Column): BookCell {
  const open = { lined: true, open: true, wrap: true } as const;
  if (column === "how") return text(howOf(row), { wrap: true });
  if (column === "value") return valueCell(row, open);
  if (column === "other") return text(Object.keys(row.other).length === 0 ? "" : JSON.stringify(row.other), open);
  const told = TOLD_BESIDE.find((key) => key === column);
  if (told) return text(row.told[told] ?? "", open);
  return text(column === "owner" ? row.owner : column === "number" ? row.number : row.part, open);
}

/** Percentages and dates as Excel has them, so that they can be reckoned with. */
function valueCell(row: Row, open: CellLook): BookCell {
  const { value } = row;
  const look = { ...open, align: "left" } as const;
  if (value === undefined) return text("", look);
  if (typeof value === "number") return { value, look: { ...look, format: "General" } };
  const percent = typeof value === "string" ? /^([+-]?\d+(?:\.(\d+))?)%$/.exec(value) : null;
  if (percent) {
    const decimals = percent[2]?.length ?? 0;
    const format = decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%`;
    return { value: Number(`${percent[1]}e-2`), look: { ...look, format } };
  }
  if (typeof value === "string" && DAY_PATTERN.test(value)) {
    const days = Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569;
    if (Number.isInteger(days) && days > 60) return { value: days, look: { ...look, format: "yyyy-mm-dd" } };
  }
  return text(textFor(value, keyOf(row)), look);
}

/** What is known of a number, by as many of its last keys as it takes. */
function known<T>(table: Readonly<Record<string, T>>, number: string): T | undefined {
  const keys = number.split(".").filter((key) => !key.startsWith("#"));
  return keys.map((_, i) => table[keys.slice(i).join(".")]).find((found) => found !== undefined);
}

const howOf = ({ number, topic }: Row): string =>
  known(HOW_WRITTEN, topic === TOPICS.people ? `population.${number.split(".")[0]}` : number) ?? "";

function choicesOf(
  topic: Topic,
  rows: readonly Row[],
  sources: readonly string[],
  { columns, top, bottom }: { columns: readonly Column[]; top: number; bottom: number },
): CellChoice[] {
  const whole = (column: Column) => {
    const at = columns.indexOf(column);
    return { top: top + 1, left: at, bottom, right: at };
  };
  const value = columns.indexOf("value");
  const own = rows.flatMap((row, i): CellChoice[] => {
    const words = known(WORDS_TO_CHOOSE, row.number);
    const range = { top: top + 1 + i, left: value, bottom: top + 1 + i, right: value };
    return words && row.part === "" && row.number.includes(".")
      ? [{ range, words, title: row.number, message: "Choose one of the list." }]
      : [];
  });
  const fits = sources.join(",").length < 250;
  return [
    ...own,
    {
      range: whole("kind"),
      words: WORDS_TO_CHOOSE.kind,
      title: "Kind",
      message: "fact: it has a source. assumption: nobody has counted it. lever: somebody decides it.",
    },
    {
      range: whole("quality"),
      words: WORDS_TO_CHOOSE.quality,
      title: "Quality",
      message: "How far to trust the number.",
    },
    ...(topic !== TOPICS.sources && sources.length > 0 && fits
      ? [
          {
            range: whole("source"),
            words: sources,
            free: true,
            title: "Source",
            message: "The id of a source from the sheet Sources.",
          },
        ]
      : []),
  ];
}
