import type { Result } from "cadre";
import { numberWords } from "cadre/results";
import { element } from "./element.ts";
import { columnHead, tableBox } from "./table-box.ts";

type Shown = Pick<Result, "assumptions" | "pools" | "data">;
type Assumption = Result["assumptions"][number];

/**
 * The assumptions of a result, one line for each reason: whom it concerns, the numbers when they are few, and the
 * reason. Numbers with the same reason, such as those of a schedule by age, share a line; those without a reason share
 * one by what they are.
 */
export function assumptionTable(result: Shown): HTMLElement {
  const reasons = new Map<string, Assumption[]>();
  for (const assumption of result.assumptions) {
    if (assumption.kind !== "assumption") continue;
    const reason = assumption.note ?? quantityOf([assumption], result);
    reasons.set(reason, [...(reasons.get(reason) ?? []), assumption]);
  }
  const rows = [...reasons.values()].map((those) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, subjectOf(those, result)),
      element("td", {}, valuesOf(those)),
      element("td", {}, those[0]?.note ?? "No reason given."),
    ),
  );
  const heads = ["Of whom, and what", "Value", "Why"].map((head) => columnHead(head));
  return tableBox("Assumptions", heads, rows, { class: "reasons" });
}

/** "Independent sector care: leaving by length of service" from `pools.independent-care.leaving.byTenure.0`. */
function subjectOf(those: readonly Assumption[], result: Shown): string {
  const named = poolsOf(those, result);
  const quantity = quantityOf(those, result);
  if (named.length === 0) return quantity.charAt(0).toUpperCase() + quantity.slice(1);
  return `${named.length === result.pools.length ? "All" : namesOf(named, result).join("; ")}: ${quantity}`;
}

type PoolInfo = Shown["pools"][number];

/** Pools by their titles, or by their employer where all of its pools are meant. */
function namesOf(named: readonly PoolInfo[], { pools }: Shown): string[] {
  const names = named.map((pool) => {
    const ofEmployer = pools.filter(({ employer }) => employer === pool.employer);
    return ofEmployer.length > 1 && ofEmployer.every((one) => named.includes(one)) ? pool.employer : pool.title;
  });
  return [...new Set(names)];
}

function poolsOf(those: readonly Assumption[], { pools }: Shown): PoolInfo[] {
  const named = new Set(those.map(({ parameter }) => parameter.split(".")[1]));
  return pools.filter(({ id }) => named.has(id));
}

const quantityOf = (those: readonly Assumption[], { data }: Shown): string =>
  numberWords(data.resolved.system, those[0]?.parameter ?? "").quantity;

const FEW = 4;

function valuesOf(those: readonly Assumption[]): string {
  const different = [...new Set(those.map(({ written }) => shortNumber(written)))];
  return different.length > FEW ? `${those.length} numbers` : different.join(", ");
}

/** A number as written, without the digits that only a computer sees in it. */
const shortNumber = (written: string): string =>
  /^-?\d+\.\d{5,}$/.test(written) ? String(Number(Number(written).toPrecision(4))) : written;
