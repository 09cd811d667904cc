import { expect } from "vitest";
import { parseSystem } from "../system/parse.ts";
import type { Explanation } from "./explanation.ts";

/** A town of two pools whose numbers have a source, a note and a place. */
export const text = `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: [16, 70], tenure: 3 }
sources:
  survey: { title: A survey of homes, published: 2018 }
pools:
  homes:
    title: Care homes
    employer: Homes
    sector: care
    headcount: { value: 1000, source: survey, at: page 4, note: rounded }
    ages: { "16-39": 40%, "40-59": 45%, "60-70": 15% }
    vacancyRate: 8%
    retirement: { kind: hazard, byAge: { "60+": 10% } }
    death: { kind: hazard, byAge: { "40+": 0.4% } }
    leaving:
      rate: { value: 30%, source: survey, at: table 2 }
      kind: leavers-per-closing-headcount
      growth: 5% per year
      scope: employer
      includes: [retirement, death]
      byTenure: { "0": 2, "1": 1, "2+": 0.5 }
      stayingInSector: 40%
  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 500
    ages: { "16-39": 50%, "40-70": 50% }
    leaving: { rate: 12%, kind: leavers-per-average-headcount, scope: sector }
moves:
  - { from: homes, to: hospital, rate: 2%, kind: hazard }
`;

export const system = parseSystem(text, { file: "system.yaml" });

/** The value of the step whose words begin so. */
export const step = ({ steps }: Explanation, begins: string): number => {
  const found = steps.filter(({ what }) => what.startsWith(begins));
  expect(found.map(({ what }) => what)).toHaveLength(1);
  return found[0]!.value ?? Number.NaN;
};
