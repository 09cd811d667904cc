import type { PackChart, PackTable } from "../pack/pack.ts";
import { briefOf, tablesOf } from "../pack/shown.ts";
import { heightOf, type SetTable, setTable, widthOf } from "../text/columns.ts";
import { addChart } from "./chart.ts";
import { captionHeightOf, itemHeight } from "./flow.ts";
import { flowSlides } from "./flow-slides.ts";
import { addList, newSlide, type SlideMaking } from "./slide.ts";
import { GAP, POINTS, SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;

/** A chart with its table beside it, under it, or on slides of its own, wherever it can be read best. */
export function chartSlides(making: SlideMaking, chart: PackChart): void {
  const { page, gathered } = making;
  const { points } = page;
  const tables = tablesOf(page);
  gathered.dashes.push(chart.drawing.series.map(({ dash }) => DASHES[dash]));
  const slide = newSlide(making, page.title);
  const [table, ...others] = tables;
  const list =
    points.reduce((sum, item) => sum + itemHeight(item, SIDE, POINTS.side), 0) + (points.length > 0 ? 0.15 : 0);
  const beside = (givingWay: number) => table && besideChart(table, SLIDE.body.h - list, givingWay);
  // The names of many lines need the width themselves.
  const snug = chart.drawing.series.length > 4 ? undefined : beside(1.1);
  const under = table && !snug && points.length === 0 ? underChart(table) : undefined;
  const set = snug ?? (under ? undefined : beside(1.35));
  const side = Math.max(set ? Math.max(widthOf(set), 3.2) : 0, points.length > 0 ? 3.4 : 0);
  const width = side > 0 ? SLIDE.width - side - GAP : SLIDE.width;
  const x = SLIDE.left + width + GAP;
  const height = SLIDE.body.h - (table && under ? heightUnder(table, under) + 0.15 : 0);
  addChart(slide, chart, { x: SLIDE.left, y: SLIDE.body.y, w: width, h: height });
  addList(slide, points, { x, y: SLIDE.body.y, w: side, size: POINTS.side });
  const place = set
    ? { set, x, y: SLIDE.body.y + list, width: side }
    : under && { set: under, x: SLIDE.left, y: SLIDE.body.y + height + 0.15, width: SLIDE.width };
  if (table && place) {
    const captionHeight = captionHeightOf(table.caption, place.width);
    addTable(slide, place.set, { ...place, caption: table.caption, captionHeight, name: "Table 1" });
    gathered.captions.at(-1)?.push(table.caption);
  }
  const rest = place ? others : tables;
  if (rest.length > 0) flowSlides(making, { title: `${page.about}: the numbers`, points: [], tables: rest });
}

/** The widest table that may stand beside a chart. */
const SIDE = 5.6;

/** A table set beside a chart, where it fits without giving way by more than a share. */
function besideChart(table: PackTable, height: number, givingWay: number): SetTable | undefined {
  const shown = briefOf(table);
  const set = setTable(table, shown, SIDE, POINTS.table);
  const whole = widthOf(setTable(table, shown, 99, POINTS.table));
  const fits = heightOf(set) + captionHeightOf(table.caption, Math.max(3.2, widthOf(set))) <= height;
  return fits && !set.broken && whole <= SIDE * givingWay ? set : undefined;
}

/** The highest table that may stand under a chart. */
const UNDER = 1.95;

/** A table set under a chart, where it has few rows. */
function underChart(table: PackTable): SetTable | undefined {
  const set = setTable(table, briefOf(table), SLIDE.width, POINTS.table);
  return !set.broken && heightUnder(table, set) <= UNDER ? set : undefined;
}

const heightUnder = (table: PackTable, set: SetTable): number =>
  heightOf(set) + captionHeightOf(table.caption, SLIDE.width);
