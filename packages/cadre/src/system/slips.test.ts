import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { errorOf } from "./town.test-data.ts";

const TOWN = `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none }
costs: { pay: 30000 }
pools:
  care:
    title: Care
    employer: Us
    sector: care
    headcount: 6900
    leaving: { rate: 20%, kind: leavers-per-average-headcount, scope: employer }
`;

test.each([
  ["headcount: 6900", "headcount: { value: 6,900 }", "In { … } a comma ends a number."],
  ["headcount: 6900", "headcount: 6,900", "Write it without commas or spaces: 6900."],
  ["pay: 30000", "pay: £30000", "Write it without the sign: 30000."],
  ["pay: 30000", 'pay: "£400,000"', "400000."],
  ["    title: Care", "\ttitle: Care", "Indent with spaces; YAML takes no tabs there."],
  ["title: Care", "title: Care: at home", 'Put a text that has them in quotes, such as title: "Care: at home".'],
  ["    employer: Us", "   employer: Us", "begin in the same column"],
])("“%s” written as “%s” says what to do", (right, slip, fix) => {
  expect(parseSystem(TOWN).id).toBe("town");
  expect(errorOf(() => parseSystem(TOWN.replace(right, slip))).fix).toContain(fix);
});
