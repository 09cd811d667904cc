import type { Value } from "./cell-value.ts";

/** A place in a file that is being put together: a value, or parts by their keys, and what is told of it. */
export interface Tree {
  readonly parts: Map<string, Tree>;
  value?: Value;
  told?: Readonly<Record<string, Value>>;
  /** The cell that says it, and those of what is told of it, by their keys. */
  cell?: string;
  toldCells?: ReadonlyMap<string, string>;
  /** The cell that names it. */
  nameCell?: string;
}

export const emptyTree = (): Tree => ({ parts: new Map() });

/** The place that keys lead to, made where it is not there yet. */
export function placeAt(tree: Tree, path: readonly string[]): Tree {
  let at = tree;
  for (const key of path) {
    const next = at.parts.get(key) ?? emptyTree();
    at.parts.set(key, next);
    at = next;
  }
  return at;
}

/** A place of the tree as a file has it: `#1`, `#2` make a list, and what is told stands beside the value. */
export function contentOf({ parts, value, told }: Tree): Value {
  const keys = [...parts.keys()];
  const content = (): Value => {
    if (keys.length === 0) return value ?? null;
    if (keys.every((key) => /^#\d+$/.test(key)))
      return keys
        .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
        .map((key) => contentOf(parts.get(key) ?? emptyTree()));
    return Object.fromEntries([...parts].map(([key, part]) => [key, contentOf(part)]));
  };
  return told === undefined ? content() : { value: content(), ...told };
}

/**
 * The cell that says what stands at a path of the file, such as `pools.care.leaving.rate.value`, or what it is a part of;
 * or the cell that names it.
 */
export function cellAt(tree: Tree, path: string, what: "value" | "name"): string | undefined {
  const keys = path.split(".");
  let [at, cell] = [tree, firstCell(tree)];
  for (const key of keys) {
    const next = at.parts.get(key) ?? (/^\d+$/.test(key) ? at.parts.get(`#${Number(key) + 1}`) : undefined);
    if (!next && key === "value" && at.told !== undefined) continue;
    if (!next) return at.toldCells?.get(key) ?? cell;
    at = next;
    cell = firstCell(at) ?? cell;
  }
  return what === "name" ? (at.nameCell ?? cell) : cell;
}

function firstCell({ cell, parts }: Tree): string | undefined {
  if (cell !== undefined) return cell;
  for (const part of parts.values()) {
    const found = firstCell(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
