/** What stands in a cell of a table; `undefined` leaves it empty. */
export type Cell = string | number | undefined;

/** Whatever has its numbers as columns: a result, draws, a comparison. */
export interface Rowed<Heading extends string> {
  rows(): Readonly<Record<Heading, readonly Cell[]>>;
}

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/**
 * Tables kept as columns, one under another. All have the same columns in the same order, and the columns of a table are
 * equally long; otherwise it is a `RangeError`.
 */
export function stacked<Heading extends string>(
  tables: readonly Readonly<Record<Heading, readonly Cell[]>>[],
): readonly Column[] {
  const parts = tables.map((table) => Object.entries<readonly Cell[]>(table));
  const [headings = [], ...others] = parts.map((columns) => columns.map(([name]) => name));
  if (others.some((names) => names.join() !== headings.join()))
    throw new RangeError("tables of one file have the same columns");
  for (const columns of parts)
    if (columns.some(([, cells]) => cells.length !== columns[0]?.[1].length))
      throw new RangeError("columns are equally long");
  return headings.map((name, i) => ({ name, cells: parts.flatMap((columns) => columns[i]?.[1] ?? []) }));
}

/** What a column holds, the same for every table that has it: years are whole, all other numbers may have a fraction. */
export function kindOf({ name, cells }: Column): "text" | "year" | "number" {
  if (cells.some((cell) => typeof cell === "string")) return "text";
  return name === "year" ? "year" : "number";
}
