import type { Chart } from "./chart.ts";

/**
 * The alternative text of a chart: what it shows and its main numbers, rounded as in the title and the table. It is the
 * `description` of the specification.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { altText, supplyAndDemand } from "@cadre/charts";
 * altText(supplyAndDemand(run(await readSystem("scenarios/cumbria/system.yaml")))).startsWith("Line chart"); // true
 * ```
 */
export function altText(chart: Pick<Chart, "description">): string {
  return chart.description;
}
