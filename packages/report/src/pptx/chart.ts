import { COLOURS } from "@cadre/charts";
import { numberIn, rounded, rowsAsRead } from "../pack/cell.ts";
import { hex } from "../pack/colours.ts";
import type { ColumnKind, PackChart } from "../pack/pack.ts";
import { shortenedText } from "../text/plain.ts";
import type { ChartOptions, Slide } from "./library.ts";
import { FACE, POINTS } from "./slide-size.ts";

/** How many years or bars get a label; more do not fit beside each other. */
const MOST_LABELS = 9;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Puts a chart on a slide that PowerPoint and LibreOffice draw and edit themselves, with the numbers of the table. */
export function addChart(slide: Slide, { numbers, drawing }: PackChart, box: Box): void {
  const { kind, series, alt } = drawing;
  const read = rowsAsRead(numbers);
  const rows = drawing.rows ?? numbers.rows.map((_, i) => i);
  const across = kind === "bars" || kind === "pyramid";
  // An empty label would shift all that follow it.
  const labels = rows.map((row) => shortenedText(read[row]?.[0] ?? "", 60) || "–");
  const kindOf = (column: number): ColumnKind => numbers.columns[column]?.kind ?? "whole";
  const data = series.map(({ column }, i) => ({
    name: shortenedText(numbers.columns[column]?.title ?? "", 60) || "–",
    labels,
    values: rows.map((row) => {
      const value = number(numberIn(numbers.rows[row]?.[column]) ?? 0, kindOf(column));
      return kind === "pyramid" && i === 0 ? -value : value;
    }),
  }));
  const colours = series.map(({ colour }) => colour);
  const share = series.every(({ column }) => isShare(kindOf(column)));
  const format = share ? "0%" : kind === "pyramid" ? "#,##0;#,##0" : "#,##0;−#,##0";
  const text = { color: hex(COLOURS.ink), fontFace: FACE, fontSize: POINTS.chart };
  slide.addChart(kind === "lines" ? "line" : "bar", data, {
    ...box,
    altText: alt,
    objectName: "Chart",
    chartColors: kind === "bars" && series.length === 1 ? [...colours, ...colours] : colours,
    ...(kind === "bars" && series.length === 1 && { invertedColors: [hex(COLOURS.better)] }),
    ...when(kind === "lines", {
      lineSize: 2.5,
      lineDataSymbol: rows.length > 1 ? "none" : "circle",
      lineDataSymbolSize: 8,
    }),
    ...when(kind === "stack", { barDir: "col", barGrouping: "stacked", barGapWidthPct: 30, valAxisMinVal: 0 }),
    ...when(across, { barDir: "bar", barGapWidthPct: 40, barGrouping: kind === "pyramid" ? "stacked" : "clustered" }),
    ...when(kind === "bars", { catAxisOrientation: DOWNWARDS, showValue: true, dataLabelPosition: "outEnd" }),
    ...when(kind === "bars", {
      valAxisHidden: true,
      valGridLine: { style: "none" },
      ...roomForNumbers(data[0]?.values ?? []),
    }),
    catAxisMajorTickMark: "none",
    valAxisMajorTickMark: "none",
    ...when(kind !== "bars", { valGridLine: { color: hex(COLOURS.grid), size: 0.75 } }),
    dataLabelFormatCode: signedFormat(kindOf(series[0]?.column ?? 0), format),
    dataLabelFontSize: text.fontSize,
    dataLabelColor: text.color,
    dataLabelFontFace: FACE,
    catAxisLabelFontSize: text.fontSize,
    catAxisLabelFontFace: FACE,
    catAxisLabelColor: text.color,
    catAxisLabelPos: "low",
    catGridLine: { style: "none" },
    ...when(!across, { catAxisLabelFrequency: String(every(labels.length)) }),
    valAxisLabelFontSize: text.fontSize,
    valAxisLabelFontFace: FACE,
    valAxisLabelColor: text.color,
    valAxisLabelFormatCode: format,
    valAxisLineShow: false,
    ...when(share, { valAxisMinVal: 0, valAxisMaxVal: 1 }),
    showLegend: series.length > 1,
    // Many names under a low chart would leave it no room.
    legendPos: series.length > 4 && box.w > 2.5 * box.h ? "r" : "b",
    legendFontSize: text.fontSize,
    legendFontFace: FACE,
    legendColor: text.color,
  });
}

/** The first bar on top; the library takes it, though its declarations do not. */
const DOWNWARDS = "maxMin" as "minMax";

/** Options that hold in some charts only. */
const when = (so: boolean, options: ChartOptions): ChartOptions => (so ? options : {});

/** As the table shows it. The library writes a bare 0 as an empty cell of the sheet behind the chart, and "0" as 0. */
function number(value: number, kind: ColumnKind): number {
  const shown = isShare(kind) ? rounded(value * 100) / 100 : rounded(value);
  return shown === 0 ? ("0" as unknown as number) : shown;
}

const isShare = (kind: ColumnKind): boolean => kind === "percent" || kind === "chance";

const signedFormat = (kind: ColumnKind, format: string): string => (kind === "change" ? "+#,##0;−#,##0;0" : format);

/** Every how many labels one is written, so that the last one is. */
function every(labels: number): number {
  let step = Math.max(1, Math.ceil((labels - 1) / (MOST_LABELS - 1)));
  while (step < labels - 1 && (labels - 1) % step !== 0) step += 1;
  return Math.max(1, step > labels / 2 ? Math.ceil((labels - 1) / (MOST_LABELS - 1)) : step);
}

/** Ends of the axis of bars, so far out that the number behind the longest bar has its place. */
function roomForNumbers(values: readonly number[]): { valAxisMinVal: number; valAxisMaxVal: number } {
  const [low, high] = [Math.min(0, ...values.map(Number)), Math.max(0, ...values.map(Number))];
  const room = Math.max(1, high - low) * 0.26;
  return { valAxisMinVal: Math.floor(low < 0 ? low - room : 0), valAxisMaxVal: Math.ceil(high > 0 ? high + room : 0) };
}
