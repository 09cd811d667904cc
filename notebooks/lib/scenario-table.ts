import { countText, type Table } from "@cadre/charts";
import type { Result } from "cadre";
import { evidenceOf } from "cadre/scenarios";

/** The scenarios of a place by the gap of each group in a year, what agency staff cost then, and how sure the effects are. */
export function scenarioTable(
  results: readonly Result[],
  { groups, year }: { groups: readonly { readonly pool: string; readonly name: string }[]; year: number },
): Table {
  return {
    caption: `Gap in FTE in ${year}, and what agency staff cost that year. Evidence: * an effect that nobody has measured; – no effect, what is set is taken as carried out`,
    columns: ["Scenario", ...groups.map(({ name }) => name), "Agency, £ million", "Evidence"],
    rows: results.map((result) => {
      const { scenario } = result.data.resolved;
      return [
        result.title,
        ...groups.map(({ pool }) => countText(result.at({ pool, measure: "gap", year }))),
        (result.at({ measure: "cost.agency", year }) / 1e6).toFixed(1),
        (scenario.interventions ?? []).length === 0 ? "–" : words(evidenceOf(scenario)),
      ];
    }),
  };
}

const words = ({ words, unmeasured }: ReturnType<typeof evidenceOf>): string =>
  unmeasured.length > 0 ? `${words} *` : words;
