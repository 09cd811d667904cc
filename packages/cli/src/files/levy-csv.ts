import type { LevyMonth } from "cadre/funding";
import { csvText } from "cadre/tables";

const HEADINGS = [
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
export const levyCsv = (account: readonly LevyMonth[]): string => csvText(HEADINGS, account);
