import { type Table, whole } from "@cadre/charts";
import type { Result } from "cadre";
import { levyOf } from "cadre/results";

const COLUMNS = [
  ["training", "Training"],
  ["spent", "From the levy account"],
  ["government", "Government"],
  ["coInvestment", "Employer’s share"],
  ["expired", "Levy expired"],
] as const;
const HEADS = COLUMNS.map(([, head]) => head);

const pounds = (amount: number): string => `£${whole(amount)}`;

/** The levy account of a result as two tables: by financial years from April, and month by month. */
export function levyTables(result: Result): { years: Table; months: Table } {
  const account = levyOf(result) ?? [];
  const years = [...new Set(account.map(({ month }) => yearFromApril(month)))].map(
    (year) => [year, account.filter(({ month }) => yearFromApril(month) === year)] as const,
  );
  return {
    years: {
      caption: "Pounds, in financial years from April",
      columns: ["Year from April", ...HEADS],
      rows: years.map(([year, months]) => [
        String(year),
        ...COLUMNS.map(([key]) => pounds(months.reduce((sum, one) => sum + one[key], 0))),
      ]),
    },
    months: {
      caption: "Pounds, month by month",
      columns: ["Month", ...HEADS, "Left in the account"],
      rows: account.map((one) => [one.month, ...COLUMNS.map(([key]) => pounds(one[key])), pounds(one.balance)]),
    },
  };
}

const yearFromApril = (month: string): number => Number(month.slice(0, 4)) - (month.slice(5) < "04" ? 1 : 0);
