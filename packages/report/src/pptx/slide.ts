import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import type { BoardPack, PackPage } from "../pack/pack.ts";
import { cutToLines, linesNeeded } from "../text/measure.ts";
import { shortenedText } from "../text/plain.ts";
import { shortSource } from "../text/short-source.ts";
import { itemHeight } from "./flow.ts";
import type { Deck, Slide } from "./library.ts";
import type { SlideMending } from "./mend.ts";
import { FACE, POINTS, SLIDE } from "./slide-size.ts";

const INK = hex(COLOURS.ink);
const QUIET = hex(COLOURS.quietInk);

/** What a page is made into slides with, and what mending needs to know of them. */
export interface SlideMaking {
  readonly deck: Deck;
  readonly pack: BoardPack;
  readonly page: PackPage;
  readonly gathered: { [K in keyof SlideMending]: string[][] };
}

/** A slide with a title, the words under it, the sources and what to say. */
export function newSlide({ deck, pack, page, gathered }: SlideMaking, title: string): Slide {
  const slide = deck.addSlide({ masterName: "Page" });
  const whole = shortenedText(title, 260);
  const size = [26, 24, 22, 20, 18].find(
    (one) => linesNeeded(whole, SLIDE.width, one, true) * one * 1.2 <= SLIDE.title.h * 72,
  );
  // The box of the title would set its own size over one given to the whole text.
  slide.addText([{ text: whole, options: { fontSize: size ?? 16, bold: true } }], { placeholder: "title" });
  slide.addText(cutToLines(page.text, 2, SLIDE.width, POINTS.text), {
    x: SLIDE.left,
    y: SLIDE.text.y,
    w: SLIDE.width,
    h: SLIDE.text.h,
    fontFace: FACE,
    fontSize: POINTS.text,
    color: QUIET,
    margin: 0,
    valign: "top",
  });
  slide.addText(shortSource(pack.source, 150), {
    x: SLIDE.left,
    y: SLIDE.foot.y,
    w: 11.5,
    h: SLIDE.foot.h,
    fontFace: FACE,
    fontSize: POINTS.foot,
    color: QUIET,
    margin: 0,
    valign: "middle",
  });
  slide.addNotes([page.title, page.text, ...page.notes, pack.source].filter((note) => note !== "").join("\n"));
  gathered.captions.push([]);
  return slide;
}

/** A list with bullets. */
export function addList(
  slide: Slide,
  items: readonly string[],
  { x, y, w, size }: { x: number; y: number; w: number; size: number },
): void {
  if (items.length === 0) return;
  slide.addText(
    items.map((text) => ({ text, options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: 5 } })),
    {
      x,
      y,
      w,
      h: items.reduce((sum, item) => sum + itemHeight(item, w, size), 0),
      fontFace: FACE,
      fontSize: size,
      color: INK,
      margin: 0,
      valign: "top",
      objectName: "List",
    },
  );
}
