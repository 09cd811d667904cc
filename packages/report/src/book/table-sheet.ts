import type { BookCell, BookSheet, BookTable } from "@cadre/workbook";
import { kindAt, rowsAsRead } from "../pack/cell.ts";
import type { ColumnKind, PackCell, PackTable } from "../pack/pack.ts";
import { ABOUT_NO_VALUE, head, NO_VALUE, prose, sentences, title, words } from "./cells.ts";
import { formulaOf } from "./formula.ts";

/** Numbers as the other formats write them; what rounds to nothing has no sign. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  year: "0",
  whole: '[>=0.5]#,##0;[<=-0.5]"−"#,##0;"0"',
  change: '[>=0.5]+#,##0;[<=-0.5]"−"#,##0;"0"',
  percent: "0%",
  chance: "0%",
  exact: "General",
};

/** Width of a column in characters: no narrower and no wider than these. */
const [NARROWEST, WIDEST] = [9, 50];
/** A table with more rows than this does not fit a screen: its header stays in sight. */
const ONE_SCREEN = 20;

/** A sheet of one table, and where its table is: what a chart and the contents refer to. */
export interface TableSheet {
  readonly sheet: BookSheet & { readonly table: BookTable };
  readonly about: string;
  readonly data: PackTable;
}

/** A table on a sheet of its own: title, what it holds, and the marked-up table with numbers unrounded. */
export function tableSheet(data: PackTable, named: { sheet: string; table: string; about: string }): TableSheet {
  const heads = uniqueHeads(data);
  const lacks = data.rows.some((row) => heads.some((_, i) => isNothing(row[i])));
  const above = [
    [title(named.about)],
    ...sentences(data.caption).map((sentence) => [words(sentence)]),
    [words("This sheet holds one table. Notes are on the sheet Notes.", {}, "#Notes")],
    ...(lacks ? [[words(ABOUT_NO_VALUE)]] : []),
  ];
  const top = above.length;
  const rows = data.rows.map((row, r) => heads.map((_, i) => cellOf(data, row[i], r, i, top + 1)));
  const range = { top, left: 0, bottom: top + rows.length, right: heads.length - 1 };
  return {
    about: named.about,
    data,
    sheet: {
      name: named.sheet,
      rows: [...above, heads.map((text, i) => head(text, isWords(data, i) ? "left" : "right", i)), ...rows],
      widths: widthsOf(data, heads),
      table: { name: named.table, range },
      ...(rows.length > ONE_SCREEN && { frozen: top + 1 }),
    },
  };
}

/** A column of words stands to the left, and so does the first one, which names the row. */
const isWords = ({ columns }: PackTable, column: number): boolean => column === 0 || columns[column]?.kind === "text";

/** Names that all differ and are never empty, as a marked-up table asks for. */
function uniqueHeads({ columns }: PackTable): string[] {
  const taken = new Set<string>();
  return columns.map(({ title: wanted }) => {
    const name = wanted === "" ? "Item" : wanted;
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name} (${n})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Nothing, or the dash that stands for it on paper. */
const isNothing = (cell: PackCell): boolean => cell === undefined || cell === "" || cell === "–";

function cellOf(table: PackTable, value: PackCell, row: number, column: number, top: number): BookCell {
  const bold = table.totals?.includes(row) ?? false;
  const align = isWords(table, column) ? "left" : "right";
  const look = { bold, align, indent: align === "left" && column > 0 } as const;
  if (value === undefined || isNothing(value)) return words(NO_VALUE, look);
  if (typeof value === "string") return words(value, { ...look, wrap: true });
  const kind = kindAt(table, row, column);
  const format = FORMATS[kind === "text" ? "exact" : kind];
  const content = typeof value === "number" ? value : { formula: formulaOf(value, top), value: value.value };
  return { value: content, look: { format, align, bold } };
}

/** Columns as wide as what stands in them. */
function widthsOf(table: PackTable, heads: readonly string[]): number[] {
  const read = rowsAsRead(table);
  return heads.map((text, i) => {
    // A head may take two lines.
    const least = Math.max(NARROWEST, text.length / 2, longestWord(text));
    const longest = read.slice(0, 2000).reduce((most, row) => Math.max(most, row[i]?.length ?? 0), least);
    return Math.min(WIDEST, Math.ceil(longest) + 3);
  });
}

const longestWord = (text: string): number => Math.max(...text.split(" ").map((word) => word.length));

/** A table of words, such as the contents: a row for each, with links in its first column. */
export function wordsSheet(
  named: { sheet: string; table: string; about: string; holds: string },
  heads: readonly string[],
  rows: readonly (readonly { text: string; link?: string }[])[],
  widths: readonly number[],
): BookSheet {
  const above = [[title(named.about)], [words(named.holds)]];
  const range = { top: above.length, left: 0, bottom: above.length + rows.length, right: heads.length - 1 };
  const cells = rows.map((row) => row.map(({ text, link }) => prose(text === "" ? NO_VALUE : text, link)));
  return {
    name: named.sheet,
    rows: [...above, heads.map((text) => head(text)), ...cells],
    widths,
    table: { name: named.table, range },
    ...(rows.length > ONE_SCREEN && { frozen: above.length + 1 }),
  };
}
