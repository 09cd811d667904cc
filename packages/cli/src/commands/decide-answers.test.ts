import { join } from "node:path";
import { expect, test } from "vitest";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const plan = (more: string, options = OPTION) =>
  `cadre: 1\nid: p\ntitle: Town plan\nsystem: ./system.yaml\n${more}\noptions:\n${options}`;
const one = (id: string, price: string) =>
  `  - intervention: { id: ${id}, title: Keep ${id}, changes: [ { parameter: leaving.rate, where: { pool: care }, multiply: 0.8 } ] }
    starts: [2020]
    price: ${price}
`;
const OPTION = one("a", "{ perYear: 1000 }") + one("b", "{ perYear: 1500 }");
const least = "objective: { least: shortage }";
const folder = folderWith({
  "system.yaml": TOWN,
  "do-nothing.yaml": "cadre: 1\nid: do-nothing\ntitle: Nothing\nsystem: ./system.yaml\n",
  "poor.yaml": plan(`${least}\nbudget: { total: 0 }`),
  "both.yaml": plan(`${least}\nlimits: { atMost: [ { count: 0 } ] }`),
  "circle.yaml": plan(`${least}\nlimits: { first: [[a, b], [b, a]] }`),
  "met.yaml": plan("objective: { least: cost, target: { pool: care, measure: gap, year: 2022, atMost: 500 } }"),
  "years.yaml": plan(
    least,
    one("a", "{ perYear: 1000, priceYear: 2019 }") + one("b", "{ perYear: 9, priceYear: 2022 }"),
  ),
  "free.yaml": plan(least, one("a", "{}")),
});
const said = async (...words: string[]) => {
  const { exitCode, out, err } = await cadre(...words);
  return { exitCode, text: `${out}${err}`.replaceAll(/\s+/g, " ") };
};
const solving = (lever: string, ...more: string[]) =>
  said("solve", folder, "--lever", lever, "--pool", "care", "--by", "2022", ...more);

test.each([
  ["a budget of zero", "poor", 0, "The least costly choice takes £3,000 over all years; the budget is £0."],
  ["limits that forbid everything", "both", 2, "The limits forbid every option."],
  ["an order that goes round", "circle", 2, "first"],
  ["a target that is met already", "met", 0, "No plan is needed"],
  ["prices of different years", "years", 2, "The prices are of different years."],
  ["a price of nothing", "free", 0, "Nobody has given a price for “Keep a”"],
])("plan: %s has a clear answer", async (_, name, exitCode, words) => {
  const { text, ...code } = await said("plan", join(folder, `${name}.yaml`));
  expect(code).toEqual({ exitCode });
  expect(text).toContain(words);
});

test("solve: a target that is met, a lever that nobody has, and one without effect have clear answers", async () => {
  expect((await solving("leaving.rate, pool=care, from=2020", "--target", "500")).text).toContain("Not needed");
  const unknown = await solving("leving.rate, pool=care, from=2020");
  expect(unknown.exitCode).toBe(2);
  expect(unknown.text).toContain('did you mean "leaving.rate"?');
  const idle = await solving("leaving.rate, pool=hospital, from=2020");
  expect(idle.exitCode).toBe(0);
  expect(idle.text).toContain("cannot be met");
  expect(idle.text).toContain("In the way:");
});
