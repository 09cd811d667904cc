import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { errorOf, placeOf } from "./town.test-data.ts";

const HAZARD = "leaving: { rate: 20%, kind: hazard, scope: employer }";

/** A town as a planner writes it, with lines added to its two pools and at its end. */
export const text = ({ homes = "", hospital = "", leaving = HAZARD, more = "" }) => `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none, tenure: 1 }
population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 780, "65+": 260 } } }
pools:
  homes:
    title: Care homes
    employer: Homes
    sector: care
    headcount: 100
    ${leaving}
    ${homes}
  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 50
    leaving: { rate: 12%, kind: hazard, scope: employer }
    ${hospital}
${more}`;

interface Wrong {
  readonly file: string;
  readonly code: string;
  /** The text at whose first letter the error points. */
  readonly at: string;
  readonly value: string;
  readonly didYouMean?: string;
}

/** A test for each file: it ends in one error, which says what is wrong, where, by which rule, and what to do. */
export const eachIsOneError = (wrong: Record<string, Wrong>): void =>
  test.each(Object.entries(wrong))("%s is one clear error", (_, { file, code, at, value, didYouMean }) => {
    const found = errorOf(() => parseSystem(file, { file: "system.yaml" }));
    expect(found).toMatchObject({ code, value, didYouMean, file: "system.yaml", ...placeOf(file, at) });
    expect(found.others.map((other) => other.code)).toEqual([]);
    for (const said of [found.summary, found.path, found.rule, found.fix]) expect(said).toBeTruthy();
  });
