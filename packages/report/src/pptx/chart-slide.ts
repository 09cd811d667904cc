import type { PackChart } from "../pack/pack.ts";
import { chartOf } from "./chart/chart-of.ts";
import type { NativeChart } from "./chart/native.ts";
import type { Slide } from "./library.ts";
import { addTakeaways, newSlide, type SlideMaking, wordsOf } from "./slide.ts";
import { CHART, SLIDE } from "./slide-size.ts";

/** One chart, and beside it what a board takes away; without that the chart has the whole width. */
export function chartSlide(making: SlideMaking, chart: PackChart): void {
  const { so = [] } = making.page;
  const slide = newSlide(making, wordsOf(making.page));
  addChart(slide, making, chart, so.length > 0 ? CHART : { ...CHART, w: SLIDE.width });
  addTakeaways(slide, so);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Puts a chart on a slide that PowerPoint and LibreOffice draw and edit themselves, with the numbers of the table. */
export function addChart(slide: Slide, { gathered }: SlideMaking, chart: PackChart, box: Box): void {
  const native = chartOf(chart, box);
  slide.addChart("bar", sheetOf(native), { ...box, altText: altOf(chart, native), objectName: "Chart" });
  gathered.charts.push(native);
}

/** What the chart of a slide shows, where that is not what its alternative text tells elsewhere. */
export function altOf({ picture, drawing }: PackChart, { categories, series }: NativeChart): string {
  const hung = drawing.steps !== undefined && series[0]?.draw === "bar" && series[0].colour === undefined;
  if (hung) return `Bar chart of steps. ${picture.usermeta.cadre.title}. ${categories.join("; ")}.`;
  return series.some(({ draw }) => draw === "area") ? drawing.alt.replace(ENDS, band) : drawing.alt;
}

const ENDS = /\b(d)otted: the ends of what holds/i;
const band = (_whole: string, first: string): string => (first === "D" ? "Band:" : "band:");

/** The sheet behind a chart, a column a series. The library writes a bare 0 as an empty cell, and "0" as 0. */
const sheetOf = ({ categories, marks, series }: NativeChart) =>
  series.map(({ name, values }) => ({
    name,
    labels: marks ? [[...marks], [...categories]] : [[...categories]],
    values: values.map((value) => (value === 0 ? ("0" as unknown as number) : value)),
  }));
