import { briefOf, tablesOf } from "../pack/shown.ts";
import { largestTable } from "../text/columns.ts";
import { captionHeightOf } from "./flow.ts";
import { addTakeaways, newSlide, type SlideMaking, wordsOf } from "./slide.ts";
import { POINTS, SIDE, SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

const LEFT = { x: SLIDE.left + 0.25, w: 4.6 } as const;
const TABLE = { x: 6, w: SLIDE.left + SLIDE.width - 6 } as const;

/** What a board is asked: what to do to the left, the numbers it is about to the right. */
export function askSlide(making: SlideMaking): void {
  const { page, gathered } = making;
  const slide = newSlide(making, wordsOf(page));
  addTakeaways(slide, page.so ?? [], LEFT);
  const [table] = tablesOf(page);
  if (!table) return;
  const captionHeight = captionHeightOf(table.caption, TABLE.w);
  const room = { width: TABLE.w, height: SIDE.h - captionHeight };
  const set = largestTable(table, briefOf(table), room, [16, 15, 14, 13, POINTS.table]);
  addTable(slide, set, {
    ...{ caption: table.caption, captionHeight, name: "Table 1" },
    ...{ x: TABLE.x, y: SIDE.y, width: TABLE.w },
  });
  gathered.captions.at(-1)?.push(table.caption);
}
