import { type Chart, type ChartNotes, COLOURS, countText } from "@cadre/charts";
import { framedChart, textLines, textOf } from "./framed.ts";

/** One bar: of whom, and where the draws have the difference. */
export interface DifferenceBar {
  readonly name: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The difference in words: "600 to 1,200 FTE fewer". */
  readonly says: string;
}

/** The words of a chart of differences. */
export interface DifferenceBarsOptions extends Pick<ChartNotes, "title" | "subtitle" | "source"> {
  /** What a bar to the left of the line means, and one to the right: "fewer short", "more short". */
  readonly sides: readonly [string, string];
  readonly width?: number;
}

const STEP = 58;
const BAR = 20;

/** Differences as bars to both sides of a line: each as long as its median, with a whisker for eight draws in ten. */
export function differenceBars(
  bars: readonly DifferenceBar[],
  { sides, width = 720, ...words }: DifferenceBarsOptions,
): Chart {
  const { label } = textOf(width);
  const least = Math.min(0, ...bars.map(({ p10 }) => p10));
  const most = Math.max(0, ...bars.map(({ p90 }) => p90), least + 1);
  const height = bars.length * STEP;
  const told = bars.map((bar) => `${bar.name}: ${bar.says}, median ${countText(bar.p50)}.`);
  return framedChart({
    ...words,
    alt: `Bar chart. ${words.title}. ${words.subtitle} ${told.join(" ")}`,
    table: {
      caption: `${words.title}; a minus sign is ${sides[0]}`,
      columns: ["", "1 draw in 10 lies below", "Median", "1 draw in 10 lies above"],
      rows: bars.map(({ name, p10, p50, p90 }) => [name, ...[p10, p50, p90].map(countText)]),
    },
    width,
    left: 2,
    right: 2,
    bottom: 24,
    height,
    layers(plot) {
      const x = (value: number) => ((value - least) / (most - least)) * plot.width;
      return [
        ...bars.flatMap((bar, row): Chart["layer"] => {
          const top = row * STEP + 24;
          const middle = top + BAR / 2;
          const ends = [x(bar.p10), x(bar.p90)] as const;
          const name = textLines(`${bar.name}: ${bar.says}`, plot.width, label)[0] ?? "";
          return [
            block([x(0), x(bar.p50)], [top, top + BAR], bar.p50 < 0 ? COLOURS.better : COLOURS.worse),
            block(ends, [middle - 1, middle + 1], COLOURS.ink),
            ...ends.map((end) => block([end - 1, end + 1], [middle - 7, middle + 7], COLOURS.ink)),
            block([x(0) - 1, x(0) + 1], [top - 4, top + BAR + 4], COLOURS.quietInk),
            write(name, { x: -2, y: top - 13, align: "left", fontSize: label }),
          ];
        }),
        write(`← ${sides[0]}`, { x: 0, y: height + 12, align: "left", fontSize: label, color: COLOURS.quietInk }),
        write(`${sides[1]} →`, {
          ...{ x: plot.width, y: height + 12, align: "right", fontSize: label, color: COLOURS.quietInk },
        }),
      ];
    },
  });
}

type Ends = readonly [number, number];

const block = ([from, to]: Ends, [top, bottom]: Ends, color: string) => ({
  data: { values: [{}] },
  encoding: {},
  mark: { type: "rect" as const, x: Math.min(from, to), x2: Math.max(from, to), y: top, y2: bottom, color },
});

const write = (
  text: string,
  mark: { x: number; y: number; align: "left" | "right"; fontSize: number; color?: string },
) => ({
  data: { values: [{}] },
  encoding: {},
  mark: { type: "text" as const, text, baseline: "middle" as const, ...mark },
});
