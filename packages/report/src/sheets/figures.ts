import type { CountedMeasure } from "cadre";
import { difference } from "../pack/cell.ts";
import type { PackCell, PackTable } from "../pack/pack.ts";
import { groupName, type PackSetting, scenarioName } from "../pack/setting.ts";
import { centreWords } from "../pack/stated.ts";

/** People, supply, demand and gap of every scenario, pool, group and year, with the change against the first scenario. */
export function figuresTable(setting: PackSetting): PackTable {
  const { results, first } = setting;
  const groups = first.groups.filter(({ pools }) => pools.length > 0);
  const years = [first.base, ...first.years];
  const each = groups.flatMap(({ id }) => years.map((year) => ({ pool: id, year })));
  return {
    caption: `Every scenario, pool, group and year at ${first.referenceDate}. FTE: full-time equivalents${centreWords(setting)}. Change: against “${scenarioName(first)}”`,
    columns: [
      { title: "Scenario", kind: "text" },
      { title: "Pool or group", kind: "text" },
      { title: "Id", kind: "text" },
      { title: "Year", kind: "year" },
      { title: "People", kind: "whole" },
      { title: "Supply (FTE)", kind: "whole" },
      { title: "Demand (FTE)", kind: "whole" },
      { title: "Gap (FTE)", kind: "whole" },
      { title: "Change of gap (FTE)", kind: "change" },
    ],
    rows: results.flatMap((result, scenario) =>
      each.map(({ pool, year }, i): PackCell[] => {
        const row = scenario * each.length + i;
        const at = (measure: CountedMeasure, of = result) => of.at({ pool, measure, year });
        const gap = at("gap");
        return [
          scenarioName(result),
          groupName(first, pool),
          pool,
          year,
          at("headcount"),
          at("supply"),
          at("demand"),
          difference(gap, { row, column: 6 }, { row, column: 5 }),
          difference(gap - at("gap", first), { row, column: 7 }, { row: i, column: 7 }),
        ];
      }),
    ),
  };
}
