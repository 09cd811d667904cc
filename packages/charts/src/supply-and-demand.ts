import type { Result } from "cadre";
import { type Balance, balanceFinding, balanceSentence, balancesOf } from "./balance.ts";
import type { Chart, Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { type EndLabel, endLabels } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { gapAreas } from "./gap-areas.ts";
import { capitalised, groupTitle, shortName } from "./group-title.ts";
import { lineLayer } from "./line-layer.ts";
import { countText, roundWhole } from "./number.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { statedGap, twoBases } from "./stated.ts";
import { textWidth } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import type { UncertainRun } from "./uncertain-run.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** Which pool or group to draw, whether to add funded demand, and how wide. */
export interface SupplyAndDemandOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** Draw the posts the budget pays for as a third line. */
  funded?: boolean;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
  /** Draws of the scenarios that have any: the title then says their median. */
  sure?: readonly UncertainRun[];
}

/**
 * Supply and demand of a pool over the years, in FTE at the reference date, with the gap between them shaded: one colour
 * for a shortage, another for a surplus. The title is the finding for the last year; title, alternative text and table
 * use the same rounded numbers. An unknown pool is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { supplyAndDemand, toSvg } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const chart = supplyAndDemand(today, { pool: "independent-care" });
 * const svg = await toSvg(chart);
 * ```
 */
export function supplyAndDemand(result: Result, options: SupplyAndDemandOptions = {}): Chart {
  const { pool = "all", funded = false, year = result.last, sure = [] } = options;
  // A year that is not there is told as the result tells it.
  result.at({ pool, measure: "gap", year });
  const size = sizeOf(options);
  const balances = balancesOf(result, { pool, funded });
  const years = balances.map((balance) => balance.year);
  const paid = balances.some((balance) => balance.funded !== undefined);
  const values = balances.flatMap((balance) => [balance.supply, balance.demand, balance.funded ?? balance.demand]);
  const widest = Math.max(
    ...["Shortage", ...values.map(countText)].map((word) => textWidth(word, size.text.label, true)),
  );
  const name = groupTitle(result, pool);
  const unit = result.unit({ pool, measure: "gap" });
  const asked = balances.find((balance) => balance.year === year);
  const finding = balanceFinding(asked && { ...asked, gap: statedGap(result, sure, { pool, year }) }, unit);
  const subtitle =
    `${capitalised(unit.long)} at ${result.referenceDate} of each year. Scenario: ${result.title}.` +
    (funded && !paid ? " Funded demand equals demand." : "") +
    twoBases([result], sure, { pool, year })
      .map((sentence) => ` ${sentence}`)
      .join("");
  const told = balances.filter((balance) => milestones(years).includes(balance.year)).map(balanceSentence);
  return frame({
    title: `${shortName(name, size)} ${finding}`,
    subtitle,
    alt: `Line chart of supply and demand: ${name} ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `${name}: supply, demand and gap (demand less supply; a minus sign is a surplus)`,
      columns: [
        "Year",
        ...["Supply", "Demand", ...(paid ? ["Funded"] : []), "Gap"].map((head) => `${head} (${unit.short})`),
      ],
      rows: balances.map((balance) => [
        String(balance.year),
        countText(balance.supply),
        countText(balance.demand),
        ...(balance.funded === undefined ? [] : [countText(balance.funded)]),
        countText(balance.gap),
      ]),
    },
    size,
    left: valueAxisWidth(scaleOf(values, 250, { mayCut: true }), size.text.label),
    right: 12 + Math.ceil(widest),
    bottom: 28,
    draw(plot) {
      const scale = scaleOf(values, plot.height, { mayCut: true });
      const span = { first: years[0] ?? result.base, last: result.last };
      const x = yearAxis("year", span, plot);
      const area = (kind: "shortage" | "surplus"): Layer => ({
        data: { values: gapAreas(balances, kind) },
        mark: { type: "area", color: COLOURS[kind], opacity: 1, line: false },
        encoding: { x, y: valueAxis("demand", scale), y2: { field: "supply" } },
      });
      const line = (field: keyof typeof LINE_COLOURS, dash: number[], width: number): Layer =>
        lineLayer(balances, { colour: LINE_COLOURS[field], dash, width }, { x, y: valueAxis(field, scale) });
      const labels = endLabels(labelsOf(balances.at(-1), scale), {
        x: plot.width + 8,
        height: plot.height,
        size: size.text.label,
      });
      return {
        layers: [
          area("shortage"),
          area("surplus"),
          ...(paid ? [line("funded", [2, 3], 2)] : []),
          line("supply", [], 3),
          line("demand", [8, 4], 3),
          ...labels,
        ],
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}

const LINE_COLOURS = { supply: COLOURS.supply, demand: COLOURS.need, funded: COLOURS.funded };

function labelsOf(end: Balance | undefined, scale: Scale): EndLabel[] {
  if (end === undefined) return [];
  const gap = roundWhole(end.gap);
  const labels: EndLabel[] = [
    { at: scale.y(end.supply), lines: ["Supply", countText(end.supply)], colour: COLOURS.supply },
    { at: scale.y(end.demand), lines: ["Demand", countText(end.demand)], colour: COLOURS.needInk },
  ];
  if (gap !== 0) {
    labels.push({
      at: scale.y((end.supply + end.demand) / 2),
      lines: gap > 0 ? ["Shortage", countText(gap)] : ["Surplus", countText(-gap)],
      colour: COLOURS.ink,
      bold: true,
    });
  }
  if (end.funded !== undefined) {
    labels.push({ at: scale.y(end.funded), lines: ["Funded", countText(end.funded)], colour: COLOURS.funded });
  }
  return labels;
}
