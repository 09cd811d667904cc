import type { LevyMonth } from "cadre";
import { csvLine } from "./csv.ts";

const COLUMNS = [
  "month",
  "opening",
  "levyPaid",
  "topUp",
  "transferredIn",
  "transferredOut",
  "transferRefused",
  "training",
  "spent",
  "coInvestment",
  "government",
  "expired",
  "balance",
] as const;

/** `levy.csv`: the levy account month by month, in pounds. */
export function levyCsv(account: readonly LevyMonth[]): string {
  return csvLine(COLUMNS) + account.map((month) => csvLine(COLUMNS.map((column) => month[column]))).join("");
}
