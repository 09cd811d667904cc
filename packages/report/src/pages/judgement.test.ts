import { parseSystem, run, type Scenario } from "cadre";
import { assurance } from "cadre/assure";
import { expect, test } from "vitest";
import { assurancePack } from "../assurance/assurance-pack.ts";
import { boardPack } from "../pack/board-pack.ts";

const TOWN = parseSystem(`
cadre: 1
id: town
title: A town
calendar: { base: 2024-03-31, until: 2030-03-31 }
axes: { age: none }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 800
    vacancyRate: 10%
    leaving: { rate: 30%, kind: hazard, scope: employer }
`);
const JUDGED: Scenario = {
  id: "judged",
  title: "Judged",
  adjustments: [
    { parameter: "leaving.rate", set: 0.25, who: "Head of care", why: "Agency staff are counted", until: "2026-12-31" },
  ],
};
const results = [run(TOWN), run(TOWN, JUDGED)] as const;

test("what is set by judgement has the first page after the answer of a board pack, with its effect", () => {
  const { pages } = boardPack(results);
  expect(pages.map(({ id }) => id).slice(0, 2)).toEqual(["answer", "judgement"]);
  expect(pages[1]?.title).toMatch(/^One number is set by judgement; leaving.rate moves the gap of 2030 by \S+ FTE$/);
  expect(boardPack([results[0]]).pages.map(({ id }) => id)).not.toContain("judgement");
});

test("it comes first in the assurance record, which says when it is past its day", () => {
  const recordOn = (on: string) =>
    assurance({ results: [...results], mark: "0123456789abcdef", on, miscounted: [], changed: () => undefined });
  expect(assurancePack(recordOn("2026-11-29")).pages[0]?.id).toBe("judgement");
  expect(recordOn("2026-12-31").expired).toEqual([]);
  expect(recordOn("2027-01-01").expired).toEqual(["leaving.rate, set by judgement"]);
});
