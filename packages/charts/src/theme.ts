import type { Config } from "vega-lite";
import { COLOURS } from "./colours.ts";

/** The fonts a chart asks for, first found first used; all of them have figures of equal width. */
export const FONT = "Inter, system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif";

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
      domainColor: COLOURS.rule,
      grid: false,
      gridColor: COLOURS.grid,
      tickColor: COLOURS.rule,
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
