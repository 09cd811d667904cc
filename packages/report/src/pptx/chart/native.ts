/** A series of a chart as office programs draw it. */
export interface NativeSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly draw: "line" | "area" | "bar";
  /** Six hexadecimal digits; none for what holds up the others and is not seen. */
  readonly colour: string | undefined;
  /** How much of the colour a filled area has, of 1. */
  readonly opacity?: number;
  readonly dash?: "solid" | "dash" | "dot";
  /** Whether the number of each bar stands behind it, and how it reads. */
  readonly numbers?: string;
  /** Name and number beside the last point; `shift` is how far down the label is moved, as a share of the chart's height. */
  readonly end?: { readonly colour: string; readonly shift: number; readonly format: string };
}

/** The ends and steps of the axis of values; a hidden axis has neither numbers nor lines. */
export interface NativeAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: string;
  readonly hidden?: boolean;
}

/** A chart that PowerPoint and LibreOffice draw and edit themselves. */
export interface NativeChart {
  readonly categories: readonly string[];
  /** What the axis says of each, where that is not the category itself: few years have room for their number. */
  readonly marks?: readonly string[];
  readonly series: readonly NativeSeries[];
  /** Bars lie, the first on top or at the bottom; others stand. */
  readonly lying: "down" | "up" | undefined;
  readonly stacked: boolean;
  readonly axis: NativeAxis;
  readonly legend: boolean;
  /** The plot within the chart, as shares of its width and height; the program places it when left out. */
  readonly plot?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}
