import { CadreError } from "cadre";
import { listOf } from "../file/choose.ts";
import { nearestWord } from "../file/nearest.ts";
import { type Breakdown, entriesOf, nest } from "./breakdown.ts";

/**
 * A breakdown added up to fewer dimensions, in the order named; to none, its total.
 *
 * @example
 * ```ts
 * import { addUp } from "@cadre/sources";
 * const staff = { by: ["employer", "sex"], values: { Trust: { female: 860, male: 140 }, Council: { female: 9, male: 1 } } };
 * addUp(staff, ["sex"]).values; // { female: 869, male: 141 }
 * addUp(staff, []).values; // 1010
 * ```
 */
export function addUp(breakdown: Breakdown, by: readonly string[]): Breakdown {
  const places = by.map((name, index) => {
    const at = breakdown.by.indexOf(name);
    if (at >= 0) return at;
    const near = nearestWord(name, breakdown.by);
    throw new CadreError({
      code: "unknown-dimension",
      message: `The figures are not broken down by "${name}".`,
      path: `by[${index}]`,
      value: name,
      rule: `They are broken down by: ${listOf(breakdown.by) || "nothing"}.`,
      fix: "Name one of these.",
      ...(near ? { didYouMean: near } : {}),
    });
  });
  const sums = new Map<string, [readonly string[], number]>();
  for (const [labels, value] of entriesOf(breakdown.values)) {
    const kept = places.map((at) => labels[at] ?? notBrokenDown(breakdown, labels, value));
    const key = JSON.stringify(kept);
    sums.set(key, [kept, (sums.get(key)?.[1] ?? 0) + value]);
  }
  return Object.freeze({ by: Object.freeze([...by]), values: nest(sums.values()) });
}

/** Some figures of a table may be given as one number where others are broken down. */
function notBrokenDown({ by }: Breakdown, labels: readonly string[], value: number): never {
  const missing = by.slice(labels.length);
  throw new CadreError({
    code: "not-broken-down",
    message: `One of the figures is not broken down by ${listOf(missing)}.`,
    path: ["values", ...labels].join("."),
    value: String(value),
    rule: `Every figure has a label for each of: ${listOf(by)}.`,
    fix: `Break it down by ${listOf(missing)}, or leave ${listOf(missing)} out of "by".`,
  });
}
