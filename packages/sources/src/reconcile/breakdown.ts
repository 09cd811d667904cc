/** Numbers under labels, one level for each dimension: `{ Trust: { female: 860, male: 140 } }`. */
export type NestedNumbers = number | { readonly [label: string]: NestedNumbers };

/** Figures broken down by named dimensions, in the order of `by`; a total alone is broken down by none. */
export interface Breakdown {
  readonly by: readonly string[];
  readonly values: NestedNumbers;
}

/** A published table and how far it is trusted. */
export interface Margin extends Breakdown {
  /** Who says so; it stands beside each residual. */
  readonly source: string;
  /** 1: holds exactly. Between 0.001 and 0.999: gives way to what is trusted more. 0: only compared. */
  readonly trust: number;
}

/** Every number of a breakdown with its labels. */
export function* entriesOf(
  values: NestedNumbers,
  labels: readonly string[] = [],
): Generator<[readonly string[], number]> {
  if (typeof values === "number") yield [labels, values];
  else for (const [label, below] of Object.entries(values)) yield* entriesOf(below, [...labels, label]);
}

/** A breakdown's numbers from its entries. */
export function nest(entries: Iterable<readonly [readonly string[], number]>): NestedNumbers {
  const root: Record<string, NestedNumbers> = {};
  for (const [labels, value] of entries) {
    if (labels.length === 0) return value;
    let at = root;
    for (const label of labels.slice(0, -1)) {
      at[label] ??= {};
      at = at[label] as Record<string, NestedNumbers>;
    }
    at[labels[labels.length - 1]!] = value;
  }
  return freeze(root);
}

function freeze(values: NestedNumbers): NestedNumbers {
  if (typeof values !== "number") for (const below of Object.values(values)) freeze(below);
  return Object.freeze(values);
}
