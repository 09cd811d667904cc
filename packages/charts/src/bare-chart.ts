import type { Chart } from "./chart.ts";
import { SOURCE_LAYER } from "./frame.ts";

/**
 * The same chart without its title, subtitle and source line, for a page that sets those as text of its own
 * (`chart.usermeta.cadre` keeps them). The plot keeps its size; the whole gets lower.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { bareChart, supplyAndDemand } from "@cadre/charts";
 * const chart = bareChart(supplyAndDemand(run(await readSystem("scenarios/cumbria/system.yaml"))));
 * chart.title; // undefined
 * ```
 */
export function bareChart(chart: Chart): Chart {
  const { title: _title, ...rest } = chart;
  const { words } = chart.usermeta.cadre;
  const { padding } = chart;
  return {
    ...rest,
    padding: { ...padding, top: padding.top - words.above, bottom: padding.bottom - words.below },
    layer: chart.layer.filter((layer) => layer.name !== SOURCE_LAYER),
    usermeta: { cadre: { ...chart.usermeta.cadre, words: { above: 0, below: 0 } } },
  };
}
