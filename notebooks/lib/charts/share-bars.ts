import { type Chart, type ChartNotes, COLOURS, countText } from "@cadre/charts";
import { framedChart, textLines, textOf } from "./framed.ts";

/** One bar: what it is of, and its parts in the order of the legend. */
export interface ShareBar {
  name: string;
  parts: readonly number[];
}

/** The words of a chart of shares. */
export interface ShareBarsOptions extends Pick<ChartNotes, "title" | "subtitle" | "source"> {
  /** What the parts are, at most three. */
  parts: readonly string[];
  /** The unit of the whole: "people". */
  unit: string;
  width?: number;
}

// Apart by lightness too, for print without colour.
const SHADES = [COLOURS.leaving, COLOURS.churn, COLOURS.retirement];
const BAR = 24;
const STEP = 46;

/**
 * Bars as long as there are people in them, on one scale from zero, each divided into its parts, with how many there are
 * in all at its end: 21 people are never as long as 2,100.
 */
export function shareBars(bars: readonly ShareBar[], { parts, unit, width = 720, ...words }: ShareBarsOptions): Chart {
  const text = textOf(width);
  const shown = bars.map((bar) => ({ ...bar, all: bar.parts.reduce((sum, part) => sum + part, 0) }));
  const most = Math.max(1, ...shown.map(({ all }) => all));
  const percent = (part: number, all: number) => (all === 0 ? "0%" : `${countText((100 * part) / all)}%`);
  const right = 76;
  const legend = parts.map((name, p) => ({ name, p }));
  const told = shown.map(
    ({ name, parts: own, all }) =>
      `${name}: ${countText(all)} ${unit}, ${parts.map((part, p) => `${percent(own[p] ?? 0, all)} ${part}`).join(", ")}.`,
  );
  return framedChart({
    ...words,
    alt: `Bar chart. ${words.title}. ${words.subtitle} ${told.join(" ")}`,
    table: {
      caption: words.title,
      columns: ["", ...parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)), "All"],
      rows: shown.map(({ name, parts: own, all }) => [name, ...own.map(countText), countText(all)]),
    },
    width,
    left: 0,
    right,
    bottom: parts.length * 20 + 14,
    height: shown.length * STEP,
    layers(plot) {
      const place = placed(shown, most);
      const at = (field: string) => ({ field, type: "quantitative" as const, scale: null });
      const bar = (one: (typeof place)[number]) => ({
        ...one,
        x: one.from * plot.width,
        x2: one.to * plot.width,
        bottom: one.top + BAR,
      });
      const words = (values: readonly object[], more: object) => ({
        data: { values: [...values] },
        mark: { type: "text" as const, baseline: "middle" as const, align: "left" as const, ...more },
        encoding: { x: at("x"), y: at("y"), text: { field: "text" } },
      });
      const key = legend.map(({ name, p }) => ({ text: name, x: 20, y: shown.length * STEP + 18 + p * 20, p }));
      return [
        {
          data: { values: place.map(bar) },
          mark: { type: "rect", stroke: COLOURS.paper, strokeWidth: 1 },
          encoding: {
            x: at("x"),
            x2: { field: "x2" },
            y: at("top"),
            y2: { field: "bottom" },
            color: { field: "colour", type: "nominal", scale: null },
          },
        },
        words(
          shown.map(({ name }, row) => ({ text: textLines(name, plot.width, text.label)[0], x: 0, y: row * STEP + 8 })),
          { fontSize: text.label },
        ),
        words(
          shown.map(({ all }, row) => ({
            text: countText(all),
            x: (all / most) * plot.width + 8,
            y: row * STEP + 18 + BAR / 2,
          })),
          { fontSize: text.label, fontWeight: 700 },
        ),
        {
          data: { values: key.map((one) => ({ ...one, x: 6, colour: SHADES[one.p % SHADES.length] })) },
          mark: { type: "square", size: 120, opacity: 1, filled: true },
          encoding: { x: at("x"), y: at("y"), color: { field: "colour", type: "nominal", scale: null } },
        },
        words(key, { fontSize: text.label }),
      ];
    },
  });
}

/** Where each part of each bar is drawn, as shares of the width. */
function placed(bars: readonly ShareBar[], most: number) {
  return bars.flatMap(({ parts }, row) => {
    const ends = parts.map((_, p) => parts.slice(0, p + 1).reduce((sum, part) => sum + part, 0));
    return parts.map((part, p) => ({
      from: ((ends[p] ?? 0) - part) / most,
      to: (ends[p] ?? 0) / most,
      top: row * STEP + 18,
      colour: SHADES[p % SHADES.length],
    }));
  });
}
