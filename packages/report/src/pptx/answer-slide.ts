import type { PackTable } from "../pack/pack.ts";
import { briefOf } from "../pack/shown.ts";
import { largestTable, widthOf } from "../text/columns.ts";
import { cutToLines } from "../text/measure.ts";
import { captionHeightOf, itemHeight } from "./flow.ts";
import { addList, newSlide, type SlideMaking } from "./slide.ts";
import { GAP, POINTS, SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

/** The answer on one slide: what was found to the left, its numbers to the right. */
export function answerSlide(making: SlideMaking, table: PackTable): void {
  const { page, gathered } = making;
  const slide = newSlide(making, page.title);
  const set = largestTable(table, briefOf(table), { width: 7, height: SLIDE.body.h - 0.5 }, [16, 14, POINTS.table]);
  const side = Math.max(5, widthOf(set));
  const captionHeight = captionHeightOf(table.caption, side);
  const width = SLIDE.width - side - GAP;
  const { items, size } = fittingList(page.points, width);
  addList(slide, items, { x: SLIDE.left, y: SLIDE.body.y, w: width, size });
  addTable(slide, set, {
    caption: table.caption,
    captionHeight,
    x: SLIDE.left + width + GAP,
    y: SLIDE.body.y,
    width: side,
    name: "Table 1",
  });
  gathered.captions.at(-1)?.push(table.caption);
}

/** Statements in the largest letters in which all of them fit; only very long names are cut. */
function fittingList(points: readonly string[], width: number): { items: string[]; size: number } {
  const tries = [POINTS.points, 14, 13, 12, 11].map((size) => ({ size, lines: 6 }));
  const set = ({ size, lines }: { size: number; lines: number }) => ({
    size,
    items: points.map((point) => cutToLines(point, lines, width - 0.35, size)),
  });
  const heightOf = ({ items, size }: { items: string[]; size: number }) =>
    items.reduce((sum, item) => sum + itemHeight(item, width, size), 0);
  const all = [...tries, ...[5, 4, 3, 2, 1].map((lines) => ({ size: 11, lines }))].map(set);
  return all.find((one) => heightOf(one) <= SLIDE.body.h) ?? set({ size: 11, lines: 1 });
}
