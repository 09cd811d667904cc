import type { PackPage } from "../pack/pack.ts";
import { widthOf } from "../text/columns.ts";
import { CAPTION, flow } from "./flow.ts";
import { addList, newSlide, type SlideMaking } from "./slide.ts";
import { SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

/** Lists and tables over the whole width, on as many slides as they need. */
export function flowSlides(
  making: SlideMaking,
  { title, points, tables }: Pick<PackPage, "title" | "points" | "tables">,
): void {
  const slides = flow(points, tables);
  for (const [i, placed] of slides.entries()) {
    const slide = newSlide(making, i === 0 ? title : `${title} (${i + 1} of ${slides.length})`);
    for (const [n, one] of placed.entries()) {
      if (one.kind === "list") addList(slide, one.items, { x: SLIDE.left, y: one.y, w: SLIDE.width, size: one.size });
      else {
        addTable(slide, one.set, {
          ...one,
          x: SLIDE.left,
          width: Math.max(CAPTION, widthOf(one.set)),
          name: `Table ${n + 1}`,
        });
        making.gathered.captions.at(-1)?.push(one.caption);
      }
    }
  }
}
