import { readFileSync } from "node:fs";
import { run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { expect, it } from "vitest";

/** What England's README says of nurses from abroad is what the system of its own and its scenarios give. */
const FOLDER = "scenarios/england/from-abroad";
const page = readFileSync("scenarios/england/README.md", "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("|"));
const plain = page.replace(/\s+/g, " ");
const whole = (value: number): string => Math.round(value).toLocaleString("en-GB").replace("-", "−");

it("has the numbers of its README", async () => {
  const system = await readSystem(`${FOLDER}/system.yaml`);
  const nothing = run(system);
  const row = async (id: string, pool: string) => {
    const result = run(system, await readScenario(`${FOLDER}/${id}.yaml`));
    expect(result.warnings).toEqual([]);
    const more = (of: string, measure: "headcount" | "gap", year: number) =>
      result.at({ pool: of, measure, year }) - nothing.at({ pool: of, measure, year });
    const gap = (year: number) => [
      whole(result.at({ pool: "all", measure: "gap", year })),
      whole(more("all", "gap", year)),
    ];
    const people = [2025, 2035].map((year) => whole(more(pool, "headcount", year)));
    return { result, cells: [...people, ...gap(2025), ...gap(2035)].join(" | ") };
  };
  const [elsewhere, union, fewer] = await Promise.all([
    row("twelve-thousand-more", "from-elsewhere"),
    row("as-many-from-the-eu", "from-the-eu"),
    row("free-movement-ends", "from-the-eu"),
  ]);
  const told = rows.map((line) => line.split(" | ").slice(1).join(" | ").replace(/ \|$/, ""));
  for (const { cells } of [elsewhere, union, fewer]) expect(told, cells).toContain(cells);
  const gaps = [2025, 2035].map((year) => whole(nothing.at({ pool: "all", measure: "gap", year })));
  expect(told).toContain(`– | – | ${gaps[0]} | – | ${gaps[1]} | –`);
  const stayed = (cells: string) => `${Math.round(Number(cells.split(" | ")[1]!.replace(",", "")) / 125)}%`;
  expect(plain).toContain(
    `${stayed(elsewhere.cells)} are still there in 2035, and of as many from the EU ${stayed(union.cells)}.`,
  );
  const closed = elsewhere.result.at({ pool: "all", measure: "gap", year: 2025 });
  const share = 1 - closed / nothing.at({ pool: "all", measure: "gap", year: 2025 });
  expect(plain).toContain(`closes ${Math.round(100 * share)}% of the gap of 2025`);
  const now = whole(nothing.at({ pool: "from-the-eu", measure: "headcount", year: 2025 }));
  expect(plain).toContain(`from 22,394 to ${now} in 2025`);
});

it("loses as many in its first year as were counted of all nurses and of those from the EU", async () => {
  const result = run(await readSystem(`${FOLDER}/system.yaml`));
  const leavers = (pool: string) => result.at({ pool, measure: "leavers", year: 2019 });
  // 32,155 left in the year to September 2018, 4,086 of them, in the year to June, from the EU.
  expect(Math.abs(leavers("all") / 32_155 - 1)).toBeLessThan(0.01);
  expect(Math.abs(leavers("from-the-eu") / 4_086 - 1)).toBeLessThan(0.05);
});
