import { CadreError, type Problem } from "cadre";
import { listOf } from "../file/choose.ts";
import { nearestWord } from "../file/nearest.ts";
import { type Breakdown, entriesOf, type Margin } from "./breakdown.ts";

/** Every combination of labels, as positions in one flat array; the last dimension runs fastest. */
export interface CellSpace {
  readonly names: readonly string[];
  readonly labels: readonly (readonly string[])[];
  readonly strides: readonly number[];
  readonly size: number;
}

/** One figure of a margin. */
export interface Target {
  readonly where: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A margin laid over the cells. */
export interface LaidMargin {
  readonly margin: Margin;
  readonly targets: readonly Target[];
  /** For each cell the target it counts towards, −1 for none. */
  readonly slot: Int32Array;
}

export const failReconciling = (problem: Problem): never => {
  throw new CadreError(problem);
};

/** The cells of the given dimensions. */
export function spaceOf(dimensions: Readonly<Record<string, readonly string[]>>): CellSpace {
  const names = Object.keys(dimensions);
  const labels = names.map((name) => [...dimensions[name]!]);
  labels.forEach((list, d) => {
    const twice = list.find((label, i) => list.indexOf(label) !== i);
    if (list.length === 0 || twice !== undefined)
      failReconciling({
        code: "bad-dimension",
        message: twice === undefined ? "This dimension has no labels." : `The label "${twice}" comes twice.`,
        path: `dimensions.${names[d]}`,
        value: list.join(", "),
        rule: "A dimension has at least one label, each once.",
        fix: "List the labels of the cells, such as the employers.",
      });
  });
  const strides: number[] = [];
  let size = 1;
  for (let d = names.length - 1; d >= 0; d--) {
    strides[d] = size;
    size *= labels[d]!.length;
  }
  return { names, labels, strides, size };
}

/** The labels of a cell, in the order of the dimensions. */
export const labelsOf = (space: CellSpace, cell: number): string[] =>
  space.labels.map((labels, d) => labels[Math.floor(cell / space.strides[d]!) % labels.length]!);

/** Lays a breakdown over the cells. Labels that it does not name are left free. */
export function layOut(space: CellSpace, breakdown: Breakdown, path: string): Omit<LaidMargin, "margin"> {
  const dims = breakdown.by.map((name, i) => {
    const d = space.names.indexOf(name);
    if (d < 0 || breakdown.by.indexOf(name) !== i) failName(space.names, name, `${path}.by[${i}]`, "dimension");
    return d;
  });
  const targets: Target[] = [];
  // Position within the margin's own labels → target.
  const found = new Map<number, number>();
  for (const [labels, value] of entriesOf(breakdown.values)) {
    const here = [path, "values", ...labels].join(".");
    if (labels.length !== dims.length) failDepth(breakdown, labels, here);
    let at = 0;
    labels.forEach((label, i) => {
      const index = space.labels[dims[i]!]!.indexOf(label);
      if (index < 0) failName(space.labels[dims[i]!]!, label, here, `label of ${breakdown.by[i]}`);
      at += index * space.strides[dims[i]!]!;
    });
    if (!Number.isFinite(value) || value < 0) failValue(value, here);
    found.set(at, targets.length);
    targets.push({ where: Object.fromEntries(labels.map((label, i) => [breakdown.by[i], label])), value });
  }
  const slot = Int32Array.from({ length: space.size }, (_, cell) => {
    const at = dims.reduce(
      (sum, d) => sum + (Math.floor(cell / space.strides[d]!) % space.labels[d]!.length) * space.strides[d]!,
      0,
    );
    return found.get(at) ?? -1;
  });
  return { targets, slot };
}

function failName(known: readonly string[], name: string, path: string, what: string): never {
  const near = nearestWord(name, known);
  return failReconciling({
    code: "unknown-label",
    message: `There is no ${what} "${name}".`,
    path,
    value: name,
    rule: `Known, each to be named once: ${listOf(known)}.`,
    fix: "Write it as in `dimensions`, or add it there.",
    ...(near ? { didYouMean: near } : {}),
  });
}

function failDepth(breakdown: Breakdown, labels: readonly string[], path: string): never {
  return failReconciling({
    code: "wrong-depth",
    message: "The figures are not nested as `by` says.",
    path,
    value: labels.join(", ") || "a number",
    rule: `Broken down by ${breakdown.by.join(", then ") || "nothing: a single number"}.`,
    fix: "Nest one level of labels for each dimension of `by`, in its order.",
  });
}

function failValue(value: number, path: string): never {
  return failReconciling({
    code: "bad-figure",
    message: "This figure cannot be reconciled.",
    path,
    value: String(value),
    rule: "Figures are counts, zero or more.",
    fix: "Leave out what is not known.",
  });
}
