import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { readCareTurnover } from "./care-turnover.ts";

const text = `financial_year,la_code,la_name,turnover_pct,england_la_median_pct
2017-18,E1,Northland,32.39,28.95
2018-19,E1,Northland,,30.33
2017-18,E2,Southland,40.0,28.95
2018-19,E2,Southland,16.5%,30.33
2018-19,ALL,distribution over 115 LAs: p10/p50/p90,22.06/30.33/36.12,
`;

describe("turnover of adult social care by area", () => {
  it("is read as shares by the year in which the financial year ends", () => {
    const { rows, source } = readCareTurnover(text);
    expect(rows).toEqual([
      { code: "E1", area: "Northland", year: 2018, leaving: 0.3239, england: 0.2895 },
      { code: "E1", area: "Northland", year: 2019, leaving: undefined, england: 0.3033 },
      { code: "E2", area: "Southland", year: 2018, leaving: 0.4, england: 0.2895 },
      { code: "E2", area: "Southland", year: 2019, leaving: 0.165, england: 0.3033 },
    ]);
    expect(source.publisher).toBe("Office for Local Government");
    expect(readCareTurnover(text, { areas: ["southland"], years: [2019] }).rows).toHaveLength(1);
    expect(readCareTurnover(text.replaceAll(/,[^,\n]*$/gm, "")).rows[0]!.england).toBeUndefined();
  });

  it("is refused when a column, cell, area or year is not what it was", () => {
    const problem = (changed: string, options = {}) => problemOf(() => readCareTurnover(changed, options));
    expect(problem(text.replace("turnover_pct", "turnover_percent"))).toMatchObject({
      code: "missing-column",
      line: 1,
      column: 32,
      didYouMean: "turnover_pct",
    });
    expect(problem(text.replace("32.39", "a third"))).toMatchObject({ code: "bad-cell", line: 2, column: 22 });
    expect(problem(text.replace("32.39", "32390"))).toMatchObject({ code: "bad-cell", value: "32390" });
    expect(problem(text.replace("2017-18", "2017-19"))).toMatchObject({ code: "bad-cell", value: "2017-19" });
    expect(problem(text, { areas: ["Sothland"] })).toMatchObject({ code: "unknown-area", didYouMean: "Southland" });
    expect(problem(text, { years: [2024] })).toMatchObject({ code: "missing-year", path: "years" });
    expect(problem(text.replace("2018-19,E2", "2017-18,E2"))).toMatchObject({ code: "figure-twice", line: 5 });
  });
});
