import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Signpost } from "cadre/decide";
import { parseObserved } from "cadre/results";
import { expect, test } from "vitest";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const growth = "uncertainties: [ { id: need, parameter: demand.growthPerHead, add: { p10: -0.06, p90: 0.1 } } ]";
const plan = (id: string, change: string) =>
  `cadre: 1\nid: ${id}\ntitle: ${id}\nsystem: ./system.yaml\n${growth}\nassumptions: [ ${change} ]\n`;
const folder = folderWith({
  "system.yaml": TOWN,
  "do-nothing.yaml": plan("do-nothing", "").replace("assumptions: [  ]\n", ""),
  "steady.yaml": plan("steady", "{ parameter: demand.growthPerHead, add: -0.03 }"),
  "keep.yaml": plan("keep", "{ parameter: leaving.rate, where: { pool: care }, multiply: 0.6 }"),
});
const ask = (...words: string[]) => cadre("signposts", folder, "steady", "keep", "--draws", "80", ...words);

test("signposts are rows with the columns of observed.csv, and figures counted later are held against them", async () => {
  const rows = JSON.parse((await ask("--json")).out) as Signpost[];
  expect(rows.length).toBeGreaterThan(0);
  const out = join(folder, "signposts.csv");
  const said = await ask("--out", out);
  expect(said).toMatchObject({ exitCode: 0, err: "" });
  expect(said.out).toContain("Chosen: “steady”");
  const table = readFileSync(out, "utf8");
  expect(parseObserved(table).figures.map(({ date, value }) => [date, value])).toEqual(
    rows.map(({ date, value }) => [date, value]),
  );
  const [first] = rows;
  const counted = first!.value + (first!.beyond === "above" ? 5 : -5);
  const figure = [first!.date, first!.pool, first!.measure, counted].join(",");
  writeFileSync(join(folder, "observed.csv"), `date,pool,measure,value\n${figure}\n`);
  const held = JSON.parse((await ask("--json")).out) as (Signpost & { observed?: number; passed?: boolean })[];
  expect(held[0]).toMatchObject({ observed: counted, passed: true });
  expect(held.slice(1).every(({ passed }) => passed === undefined)).toBe(true);
  expect((await ask()).out).toContain(", passed");
});

test("what is no plan of the place is an error", async () => {
  for (const others of [["keep"], []])
    expect((await cadre("signposts", folder, "stedy", ...others)).err).toContain('There is no scenario "stedy" here.');
  expect((await cadre("signposts", folder)).err).toContain("missing required argument 'chosen'");
});
