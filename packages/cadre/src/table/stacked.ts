import { CadreError } from "../error/cadre-error.ts";
import { either, FUNCTION, keys, list } from "../error/shape.ts";

/** What stands in a cell of a table; `undefined` leaves it empty. */
export type Cell = string | number | undefined;

/** Whatever has its numbers as columns: a result, draws, a comparison. */
export interface HasColumns<Heading extends string> {
  rows(): Readonly<Record<Heading, readonly Cell[]>>;
}

/** One or several that have their numbers as columns. */
export const HAS_COLUMNS = either(keys({ rows: FUNCTION }), list(keys({ rows: FUNCTION })));

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/**
 * Tables kept as columns, one under another. All have the same columns in the same order, and the columns of a table are
 * equally long; otherwise it is a `CadreError`.
 */
export function stacked<Heading extends string>(
  tables: readonly Readonly<Record<Heading, readonly Cell[]>>[],
): readonly Column[] {
  const parts = tables.map((table) => Object.entries<readonly Cell[]>(table));
  const [headings = [], ...others] = parts.map((columns) => columns.map(([name]) => name));
  if (others.some((names) => names.join() !== headings.join()))
    throw unequalColumns("Tables of one file have the same columns.", headings.join());
  for (const columns of parts)
    if (columns.some(([, cells]) => cells.length !== columns[0]?.[1].length))
      throw unequalColumns("Columns are equally long.", columns.map(([name]) => name).join());
  return headings.map((name, i) => ({ name, cells: parts.flatMap((columns) => columns[i]?.[1] ?? []) }));
}

/** What a column holds, the same for every table that has it: years are whole, all other numbers may have a fraction. */
export function kindOf({ name, cells }: Column): "text" | "year" | "number" {
  if (cells.some((cell) => typeof cell === "string")) return "text";
  return name === "year" ? "year" : "number";
}

/** The error of what makes no table. */
export const unequalColumns = (rule: string, value: string) =>
  new CadreError({
    code: "no-table",
    path: "rows",
    message: "These rows do not make a table.",
    value,
    rule,
    fix: "Give every row all its cells, and undefined for an empty one.",
  });
