import { countText, type Table } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";
import { MEASURES, partsOf } from "cadre/measures";
import { unpriced } from "cadre/results";

/** What one run costs beside another, all staff of a place together. */
export interface CostDifference {
  /** Pounds over all years. */
  readonly total: number;
  /** Of them, what is not pay. */
  readonly withoutPay: number;
  /** How many full-time equivalents more are in post, added up over the reference dates. */
  readonly fteYears: number;
  /** By year and kind; kinds that differ in no year are left out. */
  readonly table: Table;
}

/** What a scenario costs more than another one, by year, in pounds at the prices of the place's file. */
export function costDifference(before: Result, after: Result): CostDifference {
  const { years } = after;
  const difference = (measure: CountedMeasure) =>
    years.map((year) => after.at({ measure, year }) - before.at({ measure, year }));
  const kinds = partsOf("cost.total")
    .map((measure) => ({
      title: MEASURES[measure].head,
      values: difference(measure),
      pay: measure === "cost.pay",
    }))
    .reverse()
    .filter(({ values }) => values.some((value) => Math.round(Math.abs(value)) > 0));
  const all = difference("cost.total");
  const row = (name: string, values: readonly number[]) => [name, ...values.map(signedPounds)];
  return {
    total: sum(all),
    withoutPay: sum(all) - sum(kinds.filter(({ pay }) => pay).flatMap(({ values }) => values)),
    fteYears: sum(difference("supply")),
    table: {
      caption: "Pounds more than if nothing changes, at the prices of the place’s file; a minus sign is a saving",
      columns: [`Year to ${after.referenceDate}`, ...kinds.map(({ title }) => title), "All costs"],
      rows: [
        ...years.map((year, y) => row(String(year), [...kinds.map(({ values }) => values[y] ?? 0), all[y] ?? 0])),
        row("All years", [...kinds.map(({ values }) => sum(values)), sum(all)]),
      ],
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const signedPounds = (value: number): string => {
  const rounded = Math.round(Math.abs(value));
  return rounded === 0 ? "£0" : `${value < 0 ? "−" : ""}£${countText(rounded)}`;
};

/** An amount as one says it: "£1.2 million", "£45,300". */
export function pounds(amount: number): string {
  const size = Math.abs(amount);
  const sign = amount < 0 ? "−" : "";
  const millions = size / 1e6;
  if (Math.round(size) >= 1e6) return `${sign}£${millions < 100 ? millions.toFixed(1) : countText(millions)} million`;
  return `${sign}£${countText(size)}`;
}

/** Titles of interventions of a run whose cost nobody has stated: neither themselves nor, for a course, the place's file. */
export function withoutCost(tried: Result): string[] {
  return unpriced(tried).map(({ title }) => title);
}
