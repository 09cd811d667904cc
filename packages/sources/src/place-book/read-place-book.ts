import { openWorkbook } from "@cadre/workbook";
import { CadreError, type Problem, parseScenario, parseSystem } from "cadre";
import { stringify } from "yaml";
import type { Value } from "./cell-value.ts";
import { readSheet } from "./read-sheet.ts";
import { TOPICS, type Topic } from "./topics.ts";
import { cellAt, contentOf, emptyTree, type Tree } from "./tree.ts";

/** Finds the tables and schedules that a system names. */
type Files = NonNullable<NonNullable<Parameters<typeof parseSystem>[1]>["files"]>;

/** The files of a place by their names, without the first line that tells an editor of the schema. */
export interface PlaceFiles {
  readonly id: string;
  readonly system: string;
  readonly scenarios: ReadonlyMap<string, string>;
}

/**
 * Reads a workbook of a place, as `cadre new --to` or `cadre export` writes it, into the text of its files. `files` finds the
 * tables that the system names, as for `parseSystem`. The files are checked as files are. Throws a `CadreError` that says
 * the cell of what is wrong. Method: docs/guide/place-in-a-workbook.md.
 *
 * @example
 * ```ts
 * import { readPlaceBook } from "@cadre/sources";
 * try {
 *   readPlaceBook(new Uint8Array(), "empty.xlsx", () => undefined);
 * } catch (error) {
 *   error.code; // "no-workbook"
 * }
 * ```
 */
export function readPlaceBook(bytes: Uint8Array, file: string, files: Files): PlaceFiles {
  const book = openWorkbook(bytes, file);
  const topics: readonly Topic[] = Object.values(TOPICS);
  const tree = emptyTree();
  let read = 0;
  for (const { name } of book.sheets) {
    const topic = topics.find(({ sheet }) => sheet.toLowerCase() === name.trim().toLowerCase());
    const sheet = book.read(name);
    if (topic) {
      readSheet(tree, sheet, topic, file);
      read += 1;
    } else if (sheet.rows.slice(0, 15).some((row) => row.includes("Number") && row.includes("Value"))) {
      throw new CadreError({
        code: "unknown-sheet",
        file,
        cell: `${name}!A1`,
        message: "This sheet has a name that is not known.",
        value: name,
        rule: `The sheets are: ${topics.map(({ sheet: known }) => known).join(", ")}.`,
        fix: "Give it the name it had.",
      });
    }
  }
  if (read === 0)
    throw notAPlace(
      file,
      book.sheets.map(({ name }) => name),
    );
  const scenarioTrees = tree.parts.get("scenarios")?.parts ?? new Map<string, Tree>();
  tree.parts.delete("scenarios");
  const system = textOf(contentOf(tree));
  const parsed = checked(tree, file, () => parseSystem(system, { files }));
  const scenarios = [...scenarioTrees].map(([id, own]) => {
    const content = contentOf(own) as Readonly<Record<string, Value>>;
    const text = textOf({ id, ...content, system: "./system.yaml" });
    checked(own, file, () => parseScenario(text, { files }));
    return [`${id}.yaml`, text] as const;
  });
  return { id: parsed.id, system, scenarios: new Map(scenarios) };
}

const textOf = (content: Value): string =>
  stringify({ cadre: 1, ...(content as Readonly<Record<string, Value>>) }, { lineWidth: 120 });

/** What a reader of files finds wrong, said with the cell in place of a line. */
function checked<T>(tree: Tree, file: string, work: () => T): T {
  const placed = ({ line: _line, column: _column, ...problem }: Problem): Problem => ({
    ...problem,
    file,
    cell: cellAt(tree, problem.path ?? "", /^(unknown-key|bad-label)$/.test(problem.code) ? "name" : "value"),
  });
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    const { summary: message, code, path, value, rule, fix, didYouMean } = error;
    const first = placed({ message, code, path, value, rule, fix, didYouMean });
    // What one cell breaks is said once.
    const cells = new Set([first.cell]);
    const others = error.others.map(placed).filter(({ cell }) => !cells.has(cell) && cells.add(cell));
    throw new CadreError(first, others);
  }
}

const notAPlace = (file: string, names: readonly string[]): CadreError =>
  new CadreError({
    code: "not-a-place",
    file,
    message: "This workbook does not describe a place.",
    value: names.join(", "),
    rule: 'A workbook that `cadre new "Westshire" --to westshire.xlsx` makes has sheets such as Place, Staff and Leaving.',
    fix: "Make one with that command and fill it in. A list of staff is read with `cadre import staff`.",
  });
