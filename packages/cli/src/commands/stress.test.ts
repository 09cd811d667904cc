import { expect, test } from "vitest";
import { main } from "../main.ts";

async function said(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const academies = ["stress", "north-west-academies", "keep-people", "plan"];

test("stress says which plan is never far from the best, over draws, scenarios and a grid", async () => {
  const drawn = await said(...academies, "--draws", "10", "--target", "0", "--by", "2030");
  expect(drawn.code).toBe(0);
  expect(drawn.out).toMatch(/3 plans in 10 futures[\s\S]*meets[\s\S]*Least worst regret: “/);
  const named = JSON.parse((await said(...academies, "--futures", "working-age-falls-faster", "--json")).out) as {
    futures: string[];
    plans: { regrets: number[] }[];
  };
  expect(named.futures).toHaveLength(2);
  for (const f of [0, 1]) expect(Math.min(...named.plans.map(({ regrets }) => regrets[f]!))).toBe(0);
  const grid = await said(...academies, "--grid", "recruitment.effort, multiply=90%/100%");
  expect(grid.out).toContain("3 plans in 2 futures");
});

test("a grid without values is refused", async () => {
  expect((await said(...academies, "--grid", "recruitment.effort")).err).toContain("has the values of one number");
});
