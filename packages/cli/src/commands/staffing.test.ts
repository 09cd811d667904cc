import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cadre, folderWith } from "../town.test-data.ts";

const FILE = `cadre: 1
title: A ward
years: [2025, 2026]
pools:
  nurses: { today: 10, need: [12, 12], leaving: 0, recruits: { price: 5, most: [1, 2] }, empty: { price: 50 } }
`;
const folder = folderWith({ "ward.yaml": FILE });
const ward = join(folder, "ward.yaml");
const wrong = (from: string, to: string) => join(folderWith({ "ward.yaml": FILE.replace(from, to) }), "ward.yaml");

test("staffing prints the plan, and writes its decisions as a table", async () => {
  const out = join(folder, "steps.csv");
  const said = await cadre("staffing", ward, "--out", out);
  expect(said).toMatchObject({ exitCode: 0, err: "" });
  // One of two can be recruited in the first year, and the other in the second; meanwhile one post is empty.
  expect(said.out).toMatch(/Recruit: nurses +1\.0 +1\.0/);
  expect(said.out).toContain("It costs £60 in all");
  expect(readFileSync(out, "utf8").split("\n")[1]).toBe("2025,recruits,nurses,,1,5");
  expect(JSON.parse((await cadre("staffing", ward, "--json")).out)).toMatchObject({ kind: "plan", total: 60 });
});

test("need that cannot be met says who is short, and when", async () => {
  const { out } = await cadre("staffing", wrong(", empty: { price: 50 }", ""));
  expect(out.replaceAll("\n", " ")).toContain("Need cannot be met within the limits.");
  expect(out).toContain("nurses are 1.0 short in 2025");
});

test("what is wrong is said with its place in the file", async () => {
  const err = async (from: string, to: string) => (await cadre("staffing", wrong(from, to))).err;
  expect(await err("leaving: 0", "leaving: 120%")).toContain("ward.yaml:5:49: This share cannot be used.");
  expect(await err("need: [12, 12]", "need: [12]")).toContain("pools.nurses.need");
  expect(await err("years: [2025, 2026]", "years: [2025, 2027]")).toContain("Years follow each other.");
  expect(await err("recruits:", "recruit:")).toContain('did you mean "recruits"?');
  expect(await err("price: 5,", "price: five,")).toContain("A number, or a list with one for each year.");
  expect((await cadre("staffing", join(folder, "none.yaml"))).exitCode).toBe(2);
});
