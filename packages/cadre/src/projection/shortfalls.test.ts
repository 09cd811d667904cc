import { expect, test } from "vitest";
import { pool, town } from "../system/town.test-data.ts";
import { run } from "./run.ts";

test("recruits that a labour market does not have are told by the worst year, not added up over the years", () => {
  const homes = pool({ vacancyRate: 0.5, recruitment: { mode: "fill", market: "area" } });
  const result = run(town({ homes }, { labourMarkets: { area: { capacity: 1 } } }));
  const missing = result.years.map(
    (year) => result.at({ measure: "joiners.wanted", year }) - result.at({ measure: "joiners.market", year }),
  );
  const most = Math.max(...missing);
  expect(missing.every((heads) => heads > 1)).toBe(true);
  const said = result.warnings.filter((warning) => warning.startsWith("The labour market"));
  expect(said).toEqual([
    `The labour market "area" has fewer recruits than "homes" wants in 3 of 3 years: up to ${most.toFixed(0)} too few in a year (${result.years[missing.indexOf(most)]}). A post that stays empty is advertised again the next year.`,
  ]);
});
