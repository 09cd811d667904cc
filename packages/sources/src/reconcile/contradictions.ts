import { sumsOf } from "./fit.ts";
import { type CellSpace, failReconciling, type LaidMargin, labelsOf } from "./space.ts";

const figure = (value: number): string => (Math.round(value * 1000) / 1000).toLocaleString("en-GB");

/** Two fully trusted margins that add up to different numbers cannot both hold: an error that names both. */
export function checkAgreement(space: CellSpace, exact: readonly LaidMargin[]): void {
  const whole = exact.filter(({ slot }) => slot.every((target) => target >= 0));
  for (let a = 0; a < whole.length; a++)
    for (let b = a + 1; b < whole.length; b++) {
      const [one, other] = [addUpTo(space, whole[a]!, whole[b]!), addUpTo(space, whole[b]!, whole[a]!)];
      for (const [where, value] of one) {
        const against = other.get(where) as number;
        if (Math.abs(value - against) > 1e-9 * Math.max(value, against, 1))
          failBetween(whole[a]!, whole[b]!, where, value, against);
      }
    }
}

/** The figures of a margin added up to the dimensions it shares with another, by their labels. */
function addUpTo(space: CellSpace, margin: LaidMargin, other: LaidMargin): Map<string, number> {
  const shared = space.names.filter((name) => margin.margin.by.includes(name) && other.margin.by.includes(name));
  const sums = new Map<string, number>();
  for (const { where, value } of margin.targets) {
    const key = shared.map((name) => where[name]).join(", ");
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}

function failBetween(one: LaidMargin, other: LaidMargin, where: string, value: number, against: number): never {
  const [a, b] = [one.margin.source, other.margin.source];
  return failReconciling({
    code: "contradiction",
    message: `Two fully trusted sources contradict each other${where ? ` on ${where}` : ""}: ${figure(value)} in "${a}", ${figure(against)} in "${b}".`,
    path: "margins",
    value: `${figure(value)} and ${figure(against)}`,
    rule: "Figures with trust 1 hold exactly, so they must agree.",
    fix: "Give the weaker of them a trust below 1, and 0 if it is only to be compared.",
  });
}

/** The margins agree in pairs and yet not all together: an error that names the figure furthest out. */
export function failTogether(cells: Float64Array, exact: readonly LaidMargin[]): never {
  let worst = { by: -1, where: "", source: "", target: 0, fitted: 0 };
  for (const margin of exact) {
    const sums = sumsOf(margin, cells);
    margin.targets.forEach(({ value, where }, j) => {
      const by = Math.abs(sums[j]! - value);
      if (by > worst.by)
        worst = {
          by,
          where: Object.values(where).join(", "),
          source: margin.margin.source,
          target: value,
          fitted: sums[j]!,
        };
    });
  }
  return failReconciling({
    code: "contradiction",
    message: `The fully trusted sources contradict each other: "${worst.source}" wants ${figure(worst.target)} for ${worst.where || "the total"}, and the others leave ${figure(worst.fitted)}.`,
    path: "margins",
    value: figure(worst.target),
    rule: "Figures with trust 1 hold exactly, and cells that start at zero stay zero.",
    fix: "Lower the trust of one of them, or look for a zero in `start` where there are people.",
  });
}

/** Cells that no trusted figure counts could be anything. */
export function checkCovered(space: CellSpace, used: readonly LaidMargin[]): void {
  for (let cell = 0; cell < space.size; cell++)
    if (!used.some(({ slot }) => slot[cell]! >= 0))
      failReconciling({
        code: "free-cell",
        message: `No trusted figure counts ${labelsOf(space, cell).join(", ") || "the total"}.`,
        path: "margins",
        value: labelsOf(space, cell).join(", "),
        rule: "Every cell counts towards at least one figure with a trust above 0.",
        fix: "Add a margin that covers it, such as a total, or take the label out of `dimensions`.",
      });
}
