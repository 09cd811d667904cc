import type { Csv, Line } from "./csv.ts";
import { nearestWord, plainWord } from "./nearest.ts";

/** How a publisher lays a file out: the columns it must have, and the kind of columns that hold the figures. */
export interface Layout<Key extends string = string> {
  /** What the publisher calls it, for messages. */
  readonly title: string;
  /** Accepted names of each column; `#` stands for a digit, as in `ladcode##`. */
  readonly columns: Readonly<Partial<Record<Key, readonly string[]>>>;
  /** Columns that may be absent. */
  readonly optional?: Readonly<Partial<Record<Key, readonly string[]>>>;
  /** The columns that hold figures, when there is one for each age or year: their label, or undefined for others. */
  readonly series?: (name: string) => string | undefined;
}

/** The header of a file as found: its layout, its line and the field of each column. */
export interface Header<Key extends string, L extends Layout<Key>> {
  readonly layout: L;
  readonly line: Line;
  /** Records below the header, and the titles above it. */
  readonly body: readonly Line[];
  readonly above: readonly Line[];
  readonly field: Readonly<Partial<Record<Key, number>>>;
  readonly series: readonly { readonly field: number; readonly label: string }[];
}

/** Titles above the header are few; looking further would take figures for names. */
const LINES_ABOVE = 12;

/** Whether one of the first lines is the whole header of a layout. */
export const fitsLayout = <L extends Layout>(csv: Csv, layouts: readonly L[]): boolean =>
  csv.lines
    .slice(0, LINES_ABOVE)
    .some((line, above) => layouts.some((layout) => match(csv, line, above, layout).missing.length === 0));

/**
 * Finds the header among the first lines and the layout it follows. When none fits, the error names the missing column
 * of the layout that comes nearest, and the name in the file that may have replaced it.
 */
export function findHeader<Key extends string, L extends Layout<Key>>(csv: Csv, layouts: readonly L[]): Header<Key, L> {
  const candidates = csv.lines
    .slice(0, LINES_ABOVE)
    .flatMap((line, above) => layouts.map((layout) => match<Key, L>(csv, line, above, layout)));
  candidates.sort((a, b) => b.found - a.found || a.missing.length - b.missing.length);
  const whole = candidates.find(({ missing }) => missing.length === 0);
  if (whole) {
    refuseSecondRow(csv, whole);
    refuseTwice(csv, whole.header);
    if (whole.header.body.length > 0) return whole.header;
    return csv.fail(whole.header.line, 0, {
      code: "no-figures",
      message: "There is nothing below the header.",
      value: whole.header.layout.title,
      rule: "A file of figures has rows.",
      fix: "Download the file again; it was cut off.",
    });
  }
  const best = candidates[0];
  if (!best || best.found <= best.missing.length) {
    return csv.fail(csv.lines[0], 0, {
      code: "unknown-layout",
      message: csv.lines.length === 0 ? "The file is empty." : "The reader does not know this layout.",
      value: csv.lines[0]?.cells.join(",").slice(0, 200) ?? "(nothing)",
      rule: `The layouts are: ${layouts.map((layout) => `${layout.title} (${wordsOf(layout).join(", ")})`).join("; ")}.`,
      fix: "Use the CSV file as published, with commas between its cells and the header it came with.",
    });
  }
  for (const candidate of candidates) refuseTwoRows(csv, candidate, candidates);
  return failMissing(csv, best.header, best.missing);
}

/** Columns whose names stand in the row above: the header is in two rows. */
function refuseSecondRow<Key extends string, L extends Layout<Key>>(csv: Csv, { header }: Candidate<Key, L>): void {
  const above = header.above.at(-1);
  if (!above) return;
  const names = Object.entries({ ...header.layout.columns, ...header.layout.optional }) as [Key, readonly string[]][];
  for (const [key, accepted] of names) {
    const at = above.cells.findIndex((cell) => accepted.some((name) => isNamed(cell, name)));
    if (header.field[key] === undefined && at >= 0) failTwoRows(csv, above, at, header.line);
  }
}

/** A row that lacks only what the row below has. */
function refuseTwoRows<Key extends string, L extends Layout<Key>>(
  csv: Csv,
  { header, missing }: Candidate<Key, L>,
  all: readonly Candidate<Key, L>[],
): void {
  const below = all.find((other) => other.header.layout === header.layout && other.header.above.at(-1) === header.line);
  if (!below || missing.some((name) => below.missing.includes(name))) return;
  const at = header.line.cells.findIndex((cell) => cell.trim() !== "");
  failTwoRows(csv, header.line, at, below.header.line);
}

function failTwoRows(csv: Csv, first: Line, at: number, second: Line): never {
  return csv.fail(first, at, {
    code: "two-row-header",
    message: "The header is in two rows.",
    value: first.cells.filter((cell) => cell.trim() !== "").join(", "),
    rule: `One row names every column. Here some names stand in line ${first.number} and others in line ${second.number}.`,
    fix: "Write all names into one row, directly above the figures, and delete the other row.",
  });
}

/** Two columns of one name: which of them is meant cannot be known, unless they say the same in every row. */
function refuseTwice<Key extends string, L extends Layout<Key>>(
  csv: Csv,
  { line, field, series, body }: Header<Key, L>,
): void {
  const used = new Set<number>([...(Object.values(field) as number[]), ...series.map((column) => column.field)]);
  for (const first of used) {
    const name = line.cells[first]!.trim();
    const second = line.cells.findIndex((cell, at) => at > first && plainWord(cell) === plainWord(name));
    if (second < 0) continue;
    const same = line.cells[second]!.trim() !== name;
    if (same && body.every(({ cells }) => plainWord(cells[first] ?? "") === plainWord(cells[second] ?? ""))) continue;
    csv.fail(line, second, {
      code: "column-twice",
      message: `The column "${name}" is twice in the header: column ${first + 1} and column ${second + 1}.`,
      value: line.cells[second]!,
      rule: "Each column has its own name.",
      fix: "Delete the one that is wrong, or correct its name.",
    });
  }
}

interface Candidate<Key extends string, L extends Layout<Key>> {
  readonly header: Header<Key, L>;
  readonly missing: readonly string[];
  readonly found: number;
}

function match<Key extends string, L extends Layout<Key>>(
  csv: Csv,
  line: Line,
  above: number,
  layout: L,
): Candidate<Key, L> {
  const field: Partial<Record<Key, number>> = {};
  const missing: string[] = [];
  const seek = (names: Readonly<Partial<Record<Key, readonly string[]>>>, needed: boolean): void => {
    for (const [key, accepted] of Object.entries(names) as [Key, readonly string[]][]) {
      const at = line.cells.findIndex((cell) => accepted.some((name) => isNamed(cell, name)));
      if (at >= 0) field[key] = at;
      else if (needed) missing.push(accepted[0]!);
    }
  };
  seek(layout.columns, true);
  const found = Object.keys(field).length;
  if (layout.optional) seek(layout.optional, false);
  const series = line.cells.flatMap((cell, at) => {
    const label = layout.series?.(cell.trim());
    return label === undefined ? [] : [{ field: at, label }];
  });
  if (layout.series && series.length === 0) missing.push("the figures");
  const header = { layout, line, body: csv.lines.slice(above + 1), above: csv.lines.slice(0, above), field, series };
  return { header, missing, found: found + (series.length > 0 ? 1 : 0) };
}

function failMissing<Key extends string, L extends Layout<Key>>(
  csv: Csv,
  header: Header<Key, L>,
  missing: readonly string[],
): never {
  const { layout, line, field, series } = header;
  const taken = new Set([...Object.values(field), ...series.map((column) => column.field)]);
  const free = line.cells.flatMap((cell, at) => (taken.has(at) ? [] : [{ cell, at }]));
  for (const name of missing) {
    const near = nearestWord(
      name,
      free.map(({ cell }) => cell),
    );
    const found = free.find(({ cell }) => cell === near);
    if (found) csv.fail(line, found.at, { ...missingColumn(layout, name), value: found.cell, didYouMean: name });
  }
  return csv.fail(line, 0, {
    ...missingColumn(layout, missing[0]!),
    value: free.map(({ cell }) => cell).join(", ") || line.cells.join(", "),
  });
}

const missingColumn = (layout: Layout, name: string) => ({
  code: "missing-column",
  message: `The header has no column "${name}".`,
  rule: `${layout.title} has the columns ${wordsOf(layout).join(", ")}.`,
  fix: "Check whether the publisher has renamed the column. If it means the same, give it the old name; if not, read this edition by hand.",
});

const wordsOf = (layout: Layout): string[] => [
  ...Object.values(layout.columns).map((names) => names?.[0] ?? ""),
  ...(layout.series ? ["a column for each year or age"] : []),
];

function isNamed(cell: string, name: string): boolean {
  const word = plainWord(cell);
  const pattern = plainWord(name.replaceAll("#", "0")) === plainWord(name) ? undefined : patternOf(name);
  return pattern ? pattern.test(word) : word === plainWord(name);
}

/** `ladcode##` as a pattern: letters as they stand, a digit for each `#`. */
const patternOf = (name: string): RegExp => new RegExp(`^${name.split("#").map(plainWord).join("\\d")}$`, "u");
