import type { PackTable } from "../pack/pack.ts";
import { widthOf } from "../text/columns.ts";
import { CAPTION, flow } from "./flow.ts";
import { addList, newSlide, type SlideMaking } from "./slide.ts";
import { SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

/** What stands on slides for looking up: words, then lists and tables over the whole width. */
interface Flowing {
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
  readonly tables: readonly PackTable[];
  readonly notes: readonly string[];
}

/** Lists and tables over the whole width, on as many slides as they need. */
export function flowSlides(making: SlideMaking, { title, text, points, tables, notes }: Flowing): void {
  const slides = flow(points, tables);
  for (const [i, placed] of slides.entries()) {
    const slide = newSlide(making, {
      title: slides.length === 1 ? title : `${title} (${i + 1} of ${slides.length})`,
      text,
      notes: i === 0 ? notes : [],
    });
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
