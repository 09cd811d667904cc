import type { LeaverKind } from "cadre";
import type { Config } from "vega-lite";

/** The fonts a chart asks for, first found first used; all of them have figures of equal width. */
export const FONT = "Inter, system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif";

/**
 * The colours of those who leave a post, from the bottom of a bar to its top; neighbours differ in lightness so that grey
 * print keeps them apart.
 */
export const LEAVER_COLOURS = {
  leaving: "#0b3c6f",
  churn: "#7fbfe8",
  retirement: "#c8570f",
  moves: "#f4dc8b",
  hires: "#8a2f6e",
  training: "#b9dfc8",
  death: "#333333",
} as const satisfies Readonly<Record<LeaverKind, string>>;

/**
 * The colours of every chart. They stay apart for the common kinds of colour blindness (blues against oranges, after
 * Okabe and Ito), differ in lightness for black-and-white print, and those used for words have a contrast on white of
 * 4.5 to 1 or better.
 */
export const COLOURS = {
  supply: "#00558c",
  demand: "#a8430a",
  funded: "#5c5c5c",
  shortage: "#f6c89f",
  surplus: "#b9dcf2",
  balanced: "#5c5c5c",
  ...LEAVER_COLOURS,
  firstSex: "#4a8bbd",
  secondSex: "#f0c48a",
  outline: "#1a1a1a",
  ink: "#1a1a1a",
  quietInk: "#555555",
  grid: "#e2e2e2",
  paper: "#ffffff",
} as const;

/** Line colours and dashes for several groups in one chart: apart by colour, by lightness and by dash. */
export const LINES: readonly { colour: string; dash: readonly number[] }[] = [
  { colour: "#00558c", dash: [] },
  { colour: "#a8430a", dash: [7, 3] },
  { colour: "#00694c", dash: [2, 3] },
  { colour: "#8a2f6e", dash: [9, 3, 2, 3] },
  { colour: "#333333", dash: [4, 2] },
  { colour: "#6b5400", dash: [12, 4] },
];

/** The sizes of a chart's words, in pixels. */
export interface TextSizes {
  title: number;
  subtitle: number;
  label: number;
  source: number;
}

/** The outer size of a chart in pixels and the sizes of its words: half a page of A4 board paper unless narrower. */
export interface Size {
  width: number;
  height: number;
  text: TextSizes;
}

/** How wide a chart is to be: 720 pixels (the default, half a page of A4) or less, down to 320, for a telephone. */
export interface SizeOptions {
  width?: number;
}

const NARROWEST = 320;
const BOARD_PAPER = 720;

/** The size for a width: nine sixteenths as high as wide on paper, nearer a square where narrow. */
export function sizeOf({ width = BOARD_PAPER }: SizeOptions): Size {
  const wide = Math.max(NARROWEST, Math.round(Number.isFinite(width) ? width : BOARD_PAPER));
  if (wide < 520) {
    return { width: wide, height: Math.round(wide * 0.95), text: { title: 15, subtitle: 12, label: 12, source: 11 } };
  }
  return {
    width: wide,
    height: Math.round(wide * 0.5625),
    text: { title: 18, subtitle: 13, label: 13, source: 11 },
  };
}

/**
 * The Vega-Lite configuration shared by every chart: fonts, quiet axes, white paper. Aria attributes on single marks are
 * switched off, since the picture as a whole carries the alternative text.
 *
 * @example
 * ```ts
 * import { theme } from "@cadre/charts";
 * theme({ title: 18, subtitle: 13, label: 13, source: 11 }).background; // "#ffffff"
 * ```
 */
export function theme(text: TextSizes): Config {
  return {
    aria: false,
    background: COLOURS.paper,
    font: FONT,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "group",
      color: COLOURS.ink,
      fontSize: text.title,
      fontWeight: 700,
      lineHeight: Math.round(text.title * 1.25),
      subtitleColor: COLOURS.quietInk,
      subtitleFontSize: text.subtitle,
      subtitleFontWeight: 400,
      subtitleLineHeight: Math.round(text.subtitle * 1.35),
      subtitlePadding: 4,
    },
    axis: {
      domain: false,
      grid: false,
      gridColor: COLOURS.grid,
      tickColor: COLOURS.quietInk,
      labelColor: COLOURS.quietInk,
      labelFontSize: text.label,
      labelFontWeight: 400,
      labelPadding: 6,
      // Labels are chosen to fit beforehand, where the width is known; dropping them again would differ by machine.
      labelOverlap: false,
      labelLimit: 400,
      title: null,
    },
    text: { fontSize: text.label, color: COLOURS.ink },
  };
}
