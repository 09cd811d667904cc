import type { System } from "cadre";
import { expect, it, vi } from "vitest";
import { levyTables } from "./levy-tables.ts";

const month = (name: string, training: number, balance: number) => ({
  ...{ month: name, training, balance },
  ...{ spent: training - 50, government: 40, coInvestment: 10, expired: 5 },
});
vi.mock("./work/ask.ts", () => ({
  ask: async () => [month("2025-03", 100, 900), month("2025-04", 200, 800), month("2025-05", 300, 700)],
}));

it("adds the months of a financial year, which begins in April", async () => {
  const { years, months } = await levyTables({ id: "town" } as System, { id: "plan" });
  expect(years.rows).toEqual([
    ["2024", "£100", "£50", "£40", "£10", "£5"],
    ["2025", "£500", "£400", "£80", "£20", "£10"],
  ]);
  expect(months.rows.at(-1)).toEqual(["2025-05", "£300", "£250", "£40", "£10", "£5", "£700"]);
});
