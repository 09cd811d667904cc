import { addressOf, type Sheet } from "@cadre/workbook";
import { CadreError, type Problem } from "cadre";
import { withoutFormula } from "cadre/tables";
import { type Value, valueIn } from "./cell-value.ts";
import { columnsOf, headOf } from "./place-book.ts";
import { keyOf } from "./rows.ts";
import { type Column, TOLD_BESIDE, TOPICS, type Topic } from "./topics.ts";
import { contentOf, emptyTree, placeAt, type Tree } from "./tree.ts";

/** Titles above a table are few. */
const ROWS_ABOVE = 15;

/** A sheet that is being read, and how to say what is wrong with one of its cells. */
interface Reading {
  readonly sheet: Sheet;
  readonly topic: Topic;
  readonly columns: ReadonlyMap<Column, number>;
  fail(row: number, column: number, problem: Omit<Problem, "file" | "cell">): never;
}

/** Puts every number of a sheet where it belongs in the file. */
export function readSheet(tree: Tree, sheet: Sheet, topic: Topic, file: string): void {
  const fail = (row: number, column: number, problem: Omit<Problem, "file" | "cell">): never => {
    throw new CadreError({ file, cell: addressOf(sheet.name, row, column), ...problem });
  };
  const { head, columns } = findHead(sheet, topic, fail);
  const reading: Reading = { sheet, topic, columns, fail };
  const merged = sheet.merged.find(({ bottom }) => bottom >= head);
  if (merged)
    fail(merged.top, merged.left, {
      code: "merged-cells",
      message: "These cells are merged.",
      value: sheet.rows[merged.top]?.[merged.left] ?? "",
      rule: "Each cell of a table stands by itself.",
      fix: "Split them, and write the content into each cell.",
    });
  for (let row = head + 1; row < sheet.rows.length; row += 1) readRow(tree, reading, row);
}

function findHead(sheet: Sheet, topic: Topic, fail: Reading["fail"]): { head: number; columns: Map<Column, number> } {
  const plain = (text: string): string => text.trim().toLowerCase();
  const isHead = (cells: readonly string[]) =>
    ["number", "value"].every((name) => cells.some((cell) => plain(cell) === name));
  const head = sheet.rows.slice(0, ROWS_ABOVE).findIndex(isHead);
  const wanted = columnsOf(topic).map((column) => headOf(column, topic));
  const rule = `The columns of this sheet are: ${wanted.join(", ")}.`;
  if (head < 0)
    fail(0, 0, {
      code: "no-header",
      message: "This sheet has no header that names the columns.",
      value: sheet.rows[0]?.[0] ?? "",
      rule,
      fix: "Put the header back, as `cadre new --to` writes it.",
    });
  const columns = new Map<Column, number>();
  for (const [at, cell] of (sheet.rows[head] ?? []).entries()) {
    if (cell.trim() === "") continue;
    const column = columnsOf(topic).find((one) => plain(headOf(one, topic)) === plain(cell));
    if (column === undefined)
      fail(head, at, {
        code: "unknown-column",
        message: "This column is not known.",
        value: cell,
        rule,
        fix: "Give it its right name, or move it to a sheet of its own.",
      });
    else if (columns.has(column))
      fail(head, at, {
        code: "column-twice",
        message: "This column is there twice.",
        value: cell,
        rule,
        fix: "Delete one of them.",
      });
    else columns.set(column, at);
  }
  const missing = topic.owner !== undefined && !columns.has("owner");
  if (missing)
    fail(head, 0, {
      code: "missing-column",
      message: `The column "${topic.owner}" is missing.`,
      value: (sheet.rows[head] ?? []).join(", "),
      rule,
      fix: "Put it back.",
    });
  return { head, columns };
}

function readRow(tree: Tree, reading: Reading, row: number): void {
  const { sheet, topic, columns, fail } = reading;
  const text = (column: Column): string => armed((sheet.rows[row]?.[columns.get(column) ?? -1] ?? "").trim());
  const at = (column: Column): number => columns.get(column) ?? 0;
  const said = columnsOf(topic).filter((column) => column !== "how" && text(column) !== "");
  if (said.length === 0) return;
  if (sheet.hiddenRows.includes(row))
    fail(row, at("number"), {
      code: "hidden-row",
      message: "This row is hidden.",
      value: text("number"),
      rule: "Anyone who looks at the workbook must see every number that counts.",
      fix: "Show the row, or delete it.",
    });
  for (const [column, name] of [
    ["owner", topic.owner ?? ""],
    ["number", "Number"],
  ] as const)
    if (text(column) === "" && (column !== "owner" || topic.owner !== undefined))
      fail(row, at(column), {
        code: "empty-cell",
        message: `The column "${name}" is empty in this row.`,
        value: "(nothing)",
        rule: "A row says what it is about.",
        fix: "Fill it in, or empty the whole row.",
      });
  if (topic === TOPICS.moves && !/^[1-9]\d*$/.test(text("owner")))
    fail(row, at("owner"), {
      code: "bad-cell",
      message: "This is not the number of a move.",
      value: text("owner"),
      rule: "Moves are numbered from 1.",
      fix: "Write 1 in all rows of the first move, 2 in those of the second.",
    });
  const number = text("number").split(".");
  if (number.some((key) => key.trim() === "" || /\s/.test(key)))
    fail(row, at("number"), {
      code: "bad-number-name",
      message: "This does not name a number.",
      value: text("number"),
      rule: "The name of a number is words joined by points, such as leaving.rate.",
      fix: "Write it as in the rows above.",
    });
  const part = text("part");
  const path = [...topic.keys(text("owner")), ...number, ...(part === "" ? [] : [part])];
  put(tree, path, {
    ...reading,
    row,
    part,
    cell: (column) => addressOf(sheet.name, row, at(column)),
    value: valueSaid(reading, row, { value: text("value"), number: text("number"), part }),
    told: toldOf(reading, row, text),
    toldCells: new Map(TOLD_BESIDE.map((key) => [key, addressOf(sheet.name, row, at(key))])),
  });
}

/** A text without the apostrophe that kept it from being run as a formula. */
const armed = (text: string): string =>
  text.startsWith("'") && withoutFormula(text.slice(1)) === text ? text.slice(1) : text;

function valueSaid(
  { columns, fail }: Reading,
  row: number,
  { value, number, part }: { value: string; number: string; part: string },
): Value | undefined {
  if (value === "") return undefined;
  const read = valueIn(value, keyOf({ number, part }));
  if ("value" in read) return read.value;
  return fail(row, columns.get("value") ?? 0, {
    code: "bad-cell",
    message: `This cannot be read: ${read.wrong}.`,
    value,
    rule: "A number is written as 1240, 1.5 or 34%.",
    fix: read.fix,
  });
}

function toldOf(
  { columns, fail }: Reading,
  row: number,
  text: (column: Column) => string,
): Record<string, Value> | undefined {
  const told = TOLD_BESIDE.flatMap((key) => (text(key) === "" ? [] : [[key, text(key)] as const]));
  const other = text("other");
  const read = other === "" ? { value: {} } : valueIn(other, undefined);
  if (!("value" in read) || typeof read.value !== "object" || read.value === null || Array.isArray(read.value))
    return fail(row, columns.get("other") ?? 0, {
      code: "bad-cell",
      message: "This cannot be read.",
      value: other,
      rule: 'Anything else about the number is in braces, such as {"p10":"30%"}.',
      fix: "Write it like this, or empty the cell and use the column Note.",
    });
  const all = { ...Object.fromEntries(told), ...(read.value as Record<string, Value>) };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** A row that was read. */
interface Read extends Reading {
  readonly row: number;
  readonly part: string;
  cell(column: Column): string;
  readonly value: Value | undefined;
  readonly told: Record<string, Value> | undefined;
  readonly toldCells: ReadonlyMap<string, string>;
}

function put(tree: Tree, path: readonly string[], read: Read): void {
  const { row, columns, value, told, fail, sheet } = read;
  const column = (name: Column) => columns.get(name) ?? 0;
  const number = sheet.rows[row]?.[column("number")] ?? "";
  for (let i = 1; i < path.length; i += 1) {
    const above = placeAt(tree, path.slice(0, i));
    if (above.value !== undefined)
      fail(row, column("number"), {
        code: "value-and-parts",
        message: `This is a part of a number that has a value of its own in ${above.cell}.`,
        value: number,
        rule: "A number has one value, or a value for each of its parts.",
        fix: "Empty one of the two rows.",
      });
  }
  const place = placeAt(tree, path);
  if (place.value !== undefined || place.told !== undefined)
    fail(row, column("number"), {
      code: "row-twice",
      message: `This number is also in ${place.cell}.`,
      value: number,
      rule: "Each number has one row.",
      fix: "Empty one of the two rows.",
    });
  if (value === undefined && told === undefined)
    fail(row, column("value"), {
      code: "empty-cell",
      message: "This number has no value.",
      value: "(nothing)",
      rule: "A row has a value, or is about the rows that are parts of it.",
      fix: "Fill it in, or empty the whole row.",
    });
  if (value !== undefined && place.parts.size > 0)
    fail(row, column("value"), {
      code: "value-and-parts",
      message: "This number has a value here and parts in other rows.",
      value: JSON.stringify(contentOf({ ...emptyTree(), value })),
      rule: "A number has one value, or a value for each of its parts.",
      fix: "Empty one of the two.",
    });
  Object.assign(place, {
    value,
    told,
    cell: read.cell("value"),
    nameCell: read.cell(read.part === "" ? "number" : "part"),
    toldCells: read.toldCells,
  });
}
