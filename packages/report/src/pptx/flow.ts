import type { PackTable } from "../pack/pack.ts";
import { briefOf } from "../pack/shown.ts";
import { heightOf, largestTable, type SetTable, setTable, widthOf } from "../text/columns.ts";
import { linesNeeded } from "../text/measure.ts";
import { POINTS, SLIDE } from "./slide-size.ts";

/** What lies on a slide below its title: a list, or a table under its caption, from `y` down. */
export type PlacedItem =
  | {
      readonly kind: "list";
      readonly y: number;
      readonly height: number;
      readonly items: readonly string[];
      readonly size: number;
    }
  | {
      readonly kind: "table";
      readonly y: number;
      readonly caption: string;
      readonly captionHeight: number;
      readonly set: SetTable;
    };

const GAP = 0.2;
const LEAST_ROWS = 2;
/** No caption is set narrower than this. */
export const CAPTION = 6;

/** Lists and tables one below the other, on as many slides as they need; heads of tables are repeated. */
export function flow(points: readonly string[], tables: readonly PackTable[]): PlacedItem[][] {
  const slides: PlacedItem[][] = [[]];
  let y: number = SLIDE.body.y;
  const bottom = SLIDE.body.y + SLIDE.body.h;
  const next = () => {
    slides.push([]);
    y = SLIDE.body.y;
  };
  const place = (placed: PlacedItem, height: number) => {
    slides.at(-1)?.push(placed);
    y += height + GAP;
  };
  const size = points.join("").length > 600 ? POINTS.warnings : POINTS.points;
  let rest = [...points];
  while (rest.length > 0) {
    const { count, height } = asManyAs(
      rest.map((item) => itemHeight(item, SLIDE.width, size)),
      bottom - y,
    );
    place({ kind: "list", y, height, items: rest.slice(0, count), size }, height);
    rest = rest.slice(count);
    if (rest.length > 0) next();
  }
  for (const table of tables) {
    const room = { width: SLIDE.width, height: bottom - y - captionHeightOf(table.caption, CAPTION) };
    const fitting = largestTable(table, briefOf(table), room, [16, 14, POINTS.table, 11]);
    const set = heightOf(fitting) <= room.height ? fitting : setTable(table, briefOf(table), SLIDE.width, POINTS.table);
    const captionHeight = captionHeightOf(table.caption, Math.max(CAPTION, widthOf(set)));
    let from = 0;
    while (from < set.rows.length) {
      const left = bottom - y - captionHeight - set.headHeight;
      const heights = set.rowHeights.slice(from);
      const least = heights.slice(0, LEAST_ROWS).reduce((total, one) => total + one, 0);
      if (left < least && y > SLIDE.body.y) {
        next();
        continue;
      }
      const { count, height } = asManyAs(heights, left);
      place(
        { kind: "table", y, caption: table.caption, captionHeight, set: part(set, from, count) },
        captionHeight + set.headHeight + height,
      );
      from += count;
      if (from < set.rows.length) next();
    }
  }
  return slides;
}

/** How high a caption is above a table of a width. */
export const captionHeightOf = (caption: string, width: number): number =>
  0.06 + (linesNeeded(caption, width, 11) * 11 * 1.2) / 72;

/** How high one item of a list is. */
export const itemHeight = (item: string, width: number, size: number): number =>
  0.08 + (linesNeeded(item, width - 0.35, size) * size * 1.2) / 72;

/** How many of the first heights fit, at least one. */
function asManyAs(heights: readonly number[], room: number): { count: number; height: number } {
  let [count, height] = [0, 0];
  for (const one of heights) {
    if (count > 0 && height + one > room) break;
    count += 1;
    height += one;
  }
  return { count, height };
}

function part(set: SetTable, from: number, count: number): SetTable {
  return {
    ...set,
    rows: set.rows.slice(from, from + count),
    rowHeights: set.rowHeights.slice(from, from + count),
    totals: set.totals.map((row) => row - from).filter((row) => row >= 0 && row < count),
  };
}
