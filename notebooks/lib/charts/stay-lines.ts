import { type Chart, type ChartNotes, COLOURS, SERIES } from "@cadre/charts";
import { framedChart, textLines, textOf } from "./framed.ts";

/** One group of recruits: shares still in post after 0, 1, 2 … years. */
export interface StayLine {
  name: string;
  shares: readonly number[];
}

type Words = Pick<ChartNotes, "title" | "subtitle" | "source">;

/** How many recruits are still in their post, by years since they joined: a line for each group, named at its end. */
export function stayLines(groups: readonly StayLine[], { width = 720, ...words }: Words & { width?: number }): Chart {
  const text = textOf(width);
  const years = Math.max(...groups.map(({ shares }) => shares.length - 1));
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const narrow = width < 520;
  const right = narrow ? 118 : 200;
  const told = groups.map(
    ({ name, shares }) =>
      `${name}: ${shares
        .map((share, year) => (year === 0 ? "" : `${percent(share)} after ${year}`))
        .filter(Boolean)
        .join(", ")}.`,
  );
  return framedChart({
    ...words,
    alt: `Line chart. ${words.title}. ${words.subtitle} ${told.join(" ")}`,
    table: {
      caption: "Share of recruits still in the same post",
      columns: ["Found", ...Array.from({ length: years }, (_, i) => `After ${i + 1} year${i > 0 ? "s" : ""}`)],
      rows: groups.map(({ name, shares }) => [name, ...shares.slice(1).map(percent)]),
    },
    width,
    left: 42,
    right,
    bottom: 40,
    height: narrow ? 200 : 250,
    layers(plot) {
      const x = {
        field: "year",
        type: "quantitative" as const,
        scale: { domain: [0, years], nice: false },
        axis: {
          tickCount: years,
          format: "d",
          title: "Years since joining",
          titleFontWeight: 400 as const,
          titleFontSize: text.label,
          titleColor: COLOURS.quietInk,
        },
      };
      const y = {
        field: "share",
        type: "quantitative" as const,
        scale: { domain: [0, 1] },
        axis: { format: ".0%", tickCount: 5, grid: true, ticks: false },
      };
      const ends = apart(
        groups.map(({ shares }) => (1 - (shares.at(-1) ?? 0)) * plot.height),
        2 * text.label * 1.2 + 2,
        plot.height + 16,
      );
      return groups.flatMap(({ name, shares }, i): Chart["layer"] => {
        const { colour, dash } = SERIES[i % SERIES.length] ?? { colour: COLOURS.ink, dash: [] };
        return [
          {
            data: { values: shares.map((share, year) => ({ year, share })) },
            mark: { type: "line", color: colour, strokeWidth: 2.5, strokeDash: [...dash] },
            encoding: { x, y },
          },
          {
            data: { values: [{}] },
            mark: {
              type: "text",
              text: textLines(`${percent(shares.at(-1) ?? 0)} ${name}`, right - 8, text.label),
              align: "left",
              baseline: "middle",
              x: plot.width + 8,
              y: ends[i] ?? 0,
              color: colour,
              fontSize: text.label,
            },
          },
        ];
      });
    },
  });
}

/** Heights moved apart, in their order, so that words at them do not lie on each other. */
function apart(heights: readonly number[], least: number, lowest: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  order.forEach((i, rank) => {
    const above = order[rank - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i] ?? 0, (placed[above] ?? 0) + least);
  });
  const over = Math.max(0, Math.max(...placed) - lowest);
  return placed.map((at) => at - over);
}
