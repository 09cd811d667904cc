import type { Result } from "cadre";
import type { WorthMeasuring } from "cadre/uncertainty";
import { barRows } from "./bar-rows.ts";
import type { Chart } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedBlock, fixedText } from "./fixed-marks.ts";
import { frame } from "./frame.ts";
import { briefName, capitalised, shortName } from "./group-title.ts";
import { measureWords } from "./measure-words.ts";
import { countText, roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine, textWidth } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";

/** Of which result, what all numbers together are worth, and how wide the chart is to be. */
export interface WorthChartOptions extends SizeOptions {
  /** The run with everything at its centre: it has the names and sources. */
  result: Result;
  /** What it would be worth to know every number exactly, in pounds. */
  perfect?: number;
}

const MOST = 12;

/**
 * What to measure next: how much it would be worth to the choice between scenarios to know a number exactly, in pounds,
 * the most valuable first. No measurement can be worth more. At most twelve are drawn; those whose knowledge would not
 * change the choice are counted in the subtitle, and the table holds all.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { worthMeasuring } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * import { toSvg, worthChart } from "@cadre/charts";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const keep = await readScenario("scenarios/england/keep-care-staff.yaml");
 * const { rows, perfect } = await worthMeasuring(england, [{}, keep], { shortage: 20_000, draws: 50 });
 * const svg = await toSvg(worthChart(rows, { result: run(england), perfect }));
 * ```
 */
export function worthChart(rows: WorthMeasuring["rows"], options: WorthChartOptions): Chart {
  const { result, perfect } = options;
  const size = sizeOf(options);
  const label = size.text.label;
  const say = measureWords("cost.total", [...rows.map(({ worth }) => worth), perfect ?? 0]);
  const all = rows
    .map(({ id, title, worth }) => ({ name: capitalised(oneLine(title) || id), worth: worth / say.per }))
    .sort((one, other) => other.worth - one.worth);
  const useful = all.filter(({ worth }) => roundWhole(worth) > 0);
  const shown = useful.slice(0, MOST);
  const name = oneLine(result.system.title);
  const [most] = useful;
  const finding =
    most === undefined
      ? "no number, if it were known exactly, would change the choice of scenario"
      : `measure “${briefName(most.name)}” next: to know it exactly is worth at most ${say.words(most.worth)}`;
  const idle = all.length - useful.length;
  const less = useful.length - shown.length;
  const subtitle = [
    `Worth of knowing one number exactly before a scenario is chosen, in ${say.unit}.`,
    ...(perfect === undefined ? [] : [`All of them together: ${say.words(perfect / say.per)}.`]),
    ...(less === 0 ? [] : [`${countText(less)} more ${less === 1 ? "is" : "are"} worth less, in the table.`]),
    ...(idle === 0 || most === undefined ? [] : [`${countText(idle)} would not change the choice.`]),
  ].join(" ");
  const told = shown.map((row) => `${row.name}: ${say.words(row.worth)}.`).join(" ");
  const layout = barRows(shown, size);
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Bar chart. ${name}: ${finding}. ${subtitle} ${told}`.trim(),
    source: sourceLine(result),
    table: {
      caption: `${name}: what it would be worth to know a number exactly, in ${say.unit}`,
      columns: ["Uncertain number", `Worth (${say.unit})`],
      rows: all.map(({ name, worth }) => [name, say.text(worth)]),
    },
    // As high as its rows, whatever the words take.
    size: { ...size, height: 0 },
    lowest: layout.height,
    left: layout.left,
    right: Math.ceil(Math.max(0, ...shown.map(({ worth }) => textWidth(say.text(worth), label)))) + 10,
    bottom: 12,
    draw(plot) {
      const x = (worth: number) => (plot.width * worth) / (most?.worth ?? 1);
      return {
        layers: [
          ...shown.map(({ worth }, i) =>
            fixedBlock(
              {
                x: 0,
                x2: Math.max(1, x(worth)),
                y: (layout.middles[i] ?? 0) - layout.half,
                y2: (layout.middles[i] ?? 0) + layout.half,
              },
              COLOURS.plain,
              COLOURS.paper,
            ),
          ),
          ...layout.names,
          ...shown.map(({ worth }, i) =>
            fixedText(say.text(worth), { x: x(worth) + 6, y: layout.middles[i] ?? 0, align: "left" }),
          ),
        ],
      };
    },
  });
}
