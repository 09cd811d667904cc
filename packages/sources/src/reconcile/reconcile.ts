import { type Breakdown, type Margin, nest } from "./breakdown.ts";
import { compromise } from "./compromise.ts";
import { checkAgreement, checkCovered, failTogether } from "./contradictions.ts";
import { fitProportionally, sumsOf } from "./fit.ts";
import { type CellSpace, failReconciling, type LaidMargin, labelsOf, layOut, spaceOf } from "./space.ts";

/** Figures that contradict each other, and what they are about. */
export interface Contradiction {
  /** The labels of each dimension of the cells: `{ employer: […], sex: ["female", "male"], age: […] }`. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  readonly margins: readonly Margin[];
  /** What is thought of the cells beforehand, by any of the dimensions; only ratios matter. Left out: all equal. */
  readonly start?: Breakdown;
}

/** One published figure beside what became of it. */
export interface Residual {
  readonly source: string;
  readonly trust: number;
  /** Which part of the whole it counts: `{ employer: "Council" }`; nothing for a total. */
  readonly where: Readonly<Record<string, string>>;
  readonly target: number;
  readonly fitted: number;
  /** Fitted less target. */
  readonly difference: number;
}

/** Figures brought together: a breakdown by all dimensions, and every residual. */
export interface Reconciliation extends Breakdown {
  readonly total: number;
  readonly residuals: readonly Residual[];
}

/**
 * Brings figures that contradict each other together. Margins with trust 1 hold exactly, by iterative proportional
 * fitting; margins with less trust give way, each the more the less it is trusted; margins with trust 0 are only
 * compared. Every figure comes back with its residual. What no margin says stays as in `start`, or independent.
 *
 * Trust t means a variance of target × (1 − t) ÷ t: the answer has the least Σ t ÷ (1 − t) × (fitted − target)² ÷
 * target of all that hold the exact margins. Two totals of equal trust thus meet in their middle. A margin need not name
 * every label; what it leaves out is free. Figures and answers are in whatever unit is put in, heads or full-time
 * equivalents, and are not rounded. Throws a `CadreError` when exact margins contradict each other, naming both, and
 * when a label is unknown, a trust is out of range or no trusted figure counts a cell. Method:
 * docs/method/reconciliation.md.
 *
 * @example
 * ```ts
 * import { reconcile } from "@cadre/sources";
 * const staff = reconcile({
 *   dimensions: { employer: ["Trust", "Council"], sex: ["female", "male"] },
 *   margins: [
 *     { source: "employers' table", by: ["employer"], values: { Trust: 7000, Council: 3000 }, trust: 1 },
 *     { source: "survey", by: ["sex"], values: { female: 8300, male: 1700 }, trust: 1 },
 *     { source: "press release", by: [], values: 9500, trust: 0 },
 *   ],
 * });
 * staff.total; // 10000
 * staff.residuals.at(-1); // { source: "press release", trust: 0, where: {}, target: 9500, fitted: 10000, difference: 500 }
 * ```
 */
export function reconcile({ dimensions, margins, start }: Contradiction): Reconciliation {
  const space = spaceOf(dimensions);
  const laid = margins.map((margin, m): LaidMargin => {
    checkTrust(margin, m);
    return { margin, ...layOut(space, margin, `margins[${m}]`) };
  });
  const used = laid.filter(({ margin }) => margin.trust > 0);
  checkCovered(space, used);
  const exact = used.filter(({ margin }) => margin.trust === 1);
  checkAgreement(space, exact);
  const cells = startOf(space, start, used);
  fitExactly(cells, exact);
  if (exact.length < used.length) {
    compromise(cells, used);
    // Newton's method ends within the last digits; the exact margins are owed those too.
    fitExactly(cells, exact);
  }
  return answer(space, laid, cells);
}

function checkTrust({ trust, source }: Margin, m: number): void {
  if (trust === 0 || trust === 1 || (trust >= 0.001 && trust <= 0.999)) return;
  failReconciling({
    code: "bad-trust",
    message: `The trust in "${source}" is out of range.`,
    path: `margins[${m}].trust`,
    value: String(trust),
    rule: "Trust is 1 (exact), between 0.001 and 0.999, or 0 (only compared).",
    fix: "A trust of 0.5 counts as much as any other figure with 0.5.",
  });
}

function fitExactly(cells: Float64Array, exact: readonly LaidMargin[]): void {
  if (exact.length > 0 && fitProportionally(cells, exact).left > 1e-9) failTogether(cells, exact);
}

/** Where the cells start: as given or equal, at the size of the trusted figures, zero where an exact figure is. */
function startOf(space: CellSpace, start: Breakdown | undefined, used: readonly LaidMargin[]): Float64Array {
  const cells = new Float64Array(space.size).fill(1);
  if (start) {
    const { targets, slot } = layOut(space, start, "start");
    for (let i = 0; i < cells.length; i++) cells[i] = slot[i]! < 0 ? 0 : targets[slot[i]!]!.value;
  }
  for (const margin of used) {
    const sums = sumsOf(margin, cells);
    const { targets, slot } = margin;
    targets.forEach(({ value, where }, j) => {
      if (value > 0 && sums[j] === 0) failEmpty(margin, where, value);
    });
    const zero = margin.margin.trust === 1;
    for (let i = 0; i < cells.length; i++) if (zero && slot[i]! >= 0 && targets[slot[i]!]!.value === 0) cells[i] = 0;
  }
  // Right in size, whoever is right about the rest.
  const size = Math.max(...used.map(({ targets }) => targets.reduce((sum, { value }) => sum + value, 0)));
  const sum = cells.reduce((sum, value) => sum + value, 0);
  if (sum > 0) for (let i = 0; i < cells.length; i++) cells[i]! *= size / sum;
  return cells;
}

function failEmpty(margin: LaidMargin, where: Readonly<Record<string, string>>, value: number): never {
  return failReconciling({
    code: "empty-start",
    message: `"${margin.margin.source}" counts ${value} for ${Object.values(where).join(", ") || "the total"}, where nobody can be.`,
    path: "start",
    value: String(value),
    rule: "Cells that are zero in `start`, or in an exact figure, stay zero.",
    fix: "Give at least one of its cells a number above zero.",
  });
}

function answer(space: CellSpace, laid: readonly LaidMargin[], cells: Float64Array): Reconciliation {
  const residuals = laid.flatMap((margin) => {
    const fitted = sumsOf(margin, cells);
    const { source, trust } = margin.margin;
    return margin.targets.map(({ where, value: target }, j) => {
      const value = fitted[j]!;
      return Object.freeze({
        source,
        trust,
        where: Object.freeze(where),
        target,
        fitted: value,
        difference: value - target,
      });
    });
  });
  return Object.freeze({
    by: Object.freeze([...space.names]),
    values: nest([...cells].map((value, cell) => [labelsOf(space, cell), value] as const)),
    total: cells.reduce((sum, value) => sum + value, 0),
    residuals: Object.freeze(residuals),
  });
}
