import { fileURLToPath } from "node:url";
import { run } from "cadre";
import { readSystem } from "cadre/node";
import { expect, it } from "vitest";
import { recruitReturns } from "./recruit-returns.ts";

const place = fileURLToPath(new URL("../../scenarios/leicester-leicestershire-rutland/system.yaml", import.meta.url));
const result = run(await readSystem(place));
const hub = { title: "Hub course", pool: "care-courses", course: "hub-course" };
const apprentices = { title: "Apprenticeship", pool: "care-courses", course: "care-apprenticeship" };

it("counts everybody who came through a course, also those who gave it up and took the job", () => {
  const returns = recruitReturns(result, [hub, apprentices], 2020);
  expect(returns.map(({ title, recruits }) => [title, Math.round(recruits)])).toEqual([
    ["Hub course", 45],
    ["Apprenticeship", 101],
  ]);
  // £39,600 and £316,140 of training, and £2,850 to find and start each, as the place's README has it.
  expect(returns.map(({ price }) => Math.round(price / 10) * 10)).toEqual([3730, 5990]);
});

it("divides the price by the share that stays", () => {
  const [adverts] = recruitReturns(result, [{ title: "Adverts", pool: "county-adverts" }], 2020);
  expect(adverts?.price).toBeCloseTo(3900, 6);
  expect(adverts?.stayers.map(({ years, share }) => [years, Math.round(100 * share)])).toEqual([
    [1, 36],
    [3, 10],
    [5, 4],
  ]);
  for (const { share, price } of adverts?.stayers ?? []) expect(price).toBeCloseTo(3900 / share, 6);
});
