import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Result, run, runChecks } from "cadre";
import { readChecks, readScenario, readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";
import { type Answer, HEADING, interventionRow, rowOf, tablesUnderHeading } from "./scenario-table.ts";

/**
 * What a place's README says under "What the scenarios say" is what its scenarios give when they are run. Every scenario
 * file has a row in a table whose first column is `scenario`; the other columns are compared word for word:
 *
 * - `question`: the file's question;
 * - `gap 2035 (FTE)`, `gap 2035, level:2 (FTE)`, `headcount 2035, sector:social-care (people)`: a measure, a year, a pool
 *   or group when not all, a unit; whole numbers with thousands separators. Percentages (`vacancyRate 2035 (%)`) and
 *   millions to a tenth, thousands (`gap 2035, social-care (thousand jobs)`) whole;
 * - `change against do-nothing`: of the number before it, rounded by itself; – for do-nothing;
 * - `cost a year (£)`: interventions and courses in the last year, above those of do-nothing; – when no cost is known;
 * - `evidence`: the levels of its interventions, `0 to 2, unknown effects`; – when there are none.
 *
 * A table whose first column is `intervention` says what each does by itself: `alone in plan: gap 2035 (FTE)` is its change of
 * that number in a scenario that holds it; `evidence` its level.
 *
 * What `checks.yaml` says of the place holds of the same runs.
 *
 * Under "If nothing changes", a table whose first column is `short by` has the gap of a pool or group in each year.
 *
 * These are the places of the project; one that a planner adds has no table to hold.
 *
 * A failure shows the cells that it should be. Tables that begin with another word are not looked at.
 */
const PLACES = [
  "cumbria",
  "england",
  "leicester-leicestershire-rutland",
  "north-west-academies",
  "nottinghamshire",
  "somerset",
];
const NO_SCENARIOS = ["system.yaml", "checks.yaml", "assurance.yaml"];

describe.each(PLACES)("the scenarios of %s", (place) => {
  const folder = `scenarios/${place}`;
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && !NO_SCENARIOS.includes(name))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
  const readme = `${folder}/README.md`;
  const page = existsSync(readme) ? readFileSync(readme, "utf8") : "";
  const tables = tablesUnderHeading(page);
  const beginningWith = (word: string) => tables.filter(({ header }) => header[0] === word);

  it("do nothing, follow the place's plan, and answer three questions at least", () => {
    expect(ids).toEqual(expect.arrayContaining(["do-nothing", "plan"]));
    expect(ids.length).toBeGreaterThanOrEqual(5);
  });

  it("change nothing where they are called do-nothing", async () => {
    const system = await readSystem(`${folder}/system.yaml`);
    const nothing = run(system, await readScenario(`${folder}/do-nothing.yaml`));
    expect(nothing.rows().value).toEqual(run(system).rows().value);
  });

  it(`each stand once in a table under "${HEADING}"`, () => {
    const rows = beginningWith("scenario")[0]?.rows.map(([id]) => id) ?? [];
    expect([...rows].sort()).toEqual(ids);
  });

  it("have the answers that the tables say", async () => {
    const system = await readSystem(`${folder}/system.yaml`);
    const answers = new Map<string, Answer>();
    for (const id of ids) {
      const scenario = await readScenario(`${folder}/${id}.yaml`);
      answers.set(scenario.id ?? id, { scenario, result: run(system, scenario) });
    }
    expect([...answers.keys()], "a scenario's id is its file's name").toEqual(ids);
    const doNothing = answers.get("do-nothing")?.result ?? run(system);
    const checks = await readChecks(`${folder}/checks.yaml`);
    const outcomes = runChecks(checks, [doNothing, ...[...answers.values()].map(({ result }) => result)]);
    const failed = outcomes
      .filter(({ passed }) => !passed)
      .map(({ id, value, expected }) => `${id}: ${value} (${expected})`);
    expect(failed, "statements of checks.yaml that do not hold").toEqual([]);
    for (const { header, rows } of tablesUnderHeading(page, "If nothing changes"))
      if (header[0] === "short by")
        for (const row of rows) expect(row, row[0]).toEqual(shortBy(row[0]!, header, doNothing));
    for (const { header, rows } of beginningWith("intervention"))
      for (const row of rows) expect(row, row[0]).toEqual(interventionRow(row[0]!, header, system, answers));
    for (const { header, rows } of beginningWith("scenario"))
      for (const row of rows) {
        const answer = answers.get(row[0]!);
        expect(answer, `scenarios/${place}/${row[0]}.yaml`).toBeDefined();
        if (answer) expect(row, row[0]).toEqual(rowOf(header, answer, doNothing));
      }
  }, 60_000);
});

/** The gap in each year of the header of the pool or group that a row names, as its title or the last part of its id. */
function shortBy(name: string, header: readonly string[], { groups, pools, at }: Result): string[] {
  const plain = (words: string) => words.toLowerCase().replace(/[^a-z]/g, "");
  const named = [...groups, ...pools].find(({ id, title }) =>
    [title, id.split(":").at(-1)!].some((one) => plain(one) === plain(name)),
  );
  return header.map((year, i) =>
    i === 0
      ? name
      : Math.round(at({ pool: named?.id ?? name, measure: "gap", year: Number(year) }) ?? Number.NaN).toLocaleString(
          "en-GB",
        ),
  );
}
