import { expect, test } from "vitest";
import { parseObserved } from "../against/observed-file.ts";
import { parseChecks } from "../against/parse-checks.ts";
import { parseSeries } from "../backtest/series.ts";
import { parseScenario } from "../scenario/parse.ts";
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

const WITH_TABLE = `${TOWN}population: { table: people.csv }\n`.replace("id: town", "id: town\nplace: Town");
const tableOf = (text: string) => () => parseSystem(WITH_TABLE, { files: () => ({ text }) });
const TABLES = {
  population: [tableOf, "place,year,age,people\nTown,2018,65+,900\nTown,2022,65+,1000\n"],
  observed: [(text: string) => () => parseObserved(text), "date,pool,measure,value\n2020-03-31,care,headcount,7.5\n"],
  series: [
    (text: string) => () => parseSeries(text),
    "date,pool,measure,value,published,vintage,source\n2020-03-31,care,headcount,7.5,,first,count\n",
  ],
} as const;

test.each(Object.entries(TABLES))("a table (%s) of another kind is named as what it is", (_, [reads, text]) => {
  reads(text)();
  expect(errorOf(reads(text.replaceAll(",", ";").replace("7.5", "7,5")))).toMatchObject({
    code: "other-separator",
    line: 1,
    summary: expect.stringContaining("semicolons"),
  });
  expect(errorOf(reads(text.replaceAll(",", "\t"))).message).toContain("tabs");
  expect(errorOf(reads("PK\u0003\u0004\u0014\u0000"))).toMatchObject({ code: "workbook", line: 1 });
});

test.each([parseSystem, parseScenario, parseChecks])("%o of a workbook says so", (parse) => {
  expect(errorOf(() => parse("PK\u0003\u0004\u0014\u0000"))).toMatchObject({
    code: "workbook",
    fix: expect.stringContaining("cadre import"),
  });
});
