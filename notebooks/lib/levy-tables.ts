import { countText, type Table } from "@cadre/charts";
import type { Scenario, System } from "cadre";
import { ask } from "./work/ask.ts";

const COLUMNS = [
  ["training", "Training"],
  ["spent", "From the levy account"],
  ["government", "Government"],
  ["coInvestment", "Employer’s share"],
  ["expired", "Levy expired"],
] as const;
const HEADS = COLUMNS.map(([, head]) => head);

const pounds = (amount: number): string => `£${countText(amount)}`;

/**
 * The levy account of a scenario as two tables: by financial years from April, and month by month. A worker works it out,
 * which reads the funding rules anyway.
 */
export async function levyTables(system: System, scenario: Scenario): Promise<{ years: Table; months: Table }> {
  const account = (await ask("levy", system, { scenario })) ?? [];
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
