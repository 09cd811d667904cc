import { deserialize, transpile } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";

/** What a cell may use although no cell defines it: this folder's stdlib.ts and what Notebook Kit itself offers. */
const GIVEN = new Set([
  ...["display", "view", "invalidation", "visibility", "width", "now", "dark"],
  ...["htl", "html", "svg", "Inputs", "md", "FileAttachment", "Generators", "Mutable"],
]);

/**
 * What is wrong with a notebook, found without a browser: a cell that cannot be read, a name nobody defines, one that
 * two cells define, and two cells with one id.
 */
export function faultsOfNotebook(text: string): string[] {
  const { window } = new JSDOM();
  const { cells } = deserialize(text, { parser: new window.DOMParser() });
  const faults: string[] = [];
  const defined = new Map<string, number>();
  const used: [cell: number, name: string][] = [];
  const ids = new Set<number>();
  for (const cell of cells) {
    if (ids.has(cell.id)) faults.push(`two cells have the id ${cell.id}`);
    ids.add(cell.id);
    let read: ReturnType<typeof transpile>;
    try {
      read = transpile(cell);
    } catch (error) {
      faults.push(`cell ${cell.id} cannot be read: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    const names = [...(read.outputs ?? []), ...(read.output ? [read.output.replace(/^viewof\$/, "")] : [])];
    for (const name of names) {
      if (defined.has(name)) faults.push(`cell ${cell.id} defines ${name} again, after cell ${defined.get(name)}`);
      defined.set(name, cell.id);
    }
    for (const name of read.inputs ?? []) used.push([cell.id, name]);
  }
  for (const [cell, name] of used)
    if (!defined.has(name) && !GIVEN.has(name) && !(name in window))
      faults.push(`cell ${cell} uses ${name}, which nothing defines`);
  return faults;
}
