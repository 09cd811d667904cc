import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import type { BoardPack, PackPage, PackTakeaway } from "../pack/pack.ts";
import { cutToLines, linesNeeded } from "../text/measure.ts";
import { shortenedText } from "../text/plain.ts";
import { shortSource } from "../text/short-source.ts";
import { itemHeight } from "./flow.ts";
import type { Deck, Slide } from "./library.ts";
import type { SlideMending } from "./mend.ts";
import { FACE, POINTS, SIDE, SLIDE } from "./slide-size.ts";

const INK = hex(COLOURS.ink);
const QUIET = hex(COLOURS.quietInk);

/** What a page is made into slides with, and what mending needs to know of them. */
export interface SlideMaking {
  readonly deck: Deck;
  readonly pack: BoardPack;
  readonly page: PackPage;
  readonly gathered: SlideMending;
}

/** Words that stand on a slide, and what to say about it. */
interface Words {
  readonly title: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** The words of a page on its own slide. */
export const wordsOf = (page: PackPage): Words => ({
  title: headlineOf(page),
  text: page.text,
  notes: [page.title, page.text, ...page.points, ...page.notes],
});

/** What a slide is called: the headline, or the title where that is short. */
export const headlineOf = ({ headline, title }: PackPage): string => shortenedText(headline ?? title, 110);

/** A slide with a title, the line under it, the sources and what to say. */
export function newSlide({ deck, pack, gathered }: SlideMaking, { title, text, notes }: Words): Slide {
  const slide = deck.addSlide({ masterName: "Page" });
  const size = [24, 22, 20, 18].find((one) => linesNeeded(title, SLIDE.width, one, true) === 1) ?? 16;
  // The box of the title would set its own size over one given to the whole text.
  slide.addText([{ text: title, options: { fontSize: size, bold: true } }], { placeholder: "title" });
  slide.addText(firstSentences(text), {
    ...plainText(POINTS.text, QUIET),
    ...{ x: SLIDE.left, y: SLIDE.text.y, w: SLIDE.width, h: SLIDE.text.h },
    valign: "top",
  });
  slide.addText(shortSource(pack.source, 130), {
    ...plainText(POINTS.foot, QUIET),
    ...{ x: SLIDE.left, y: SLIDE.foot.y, w: 11.2, h: SLIDE.foot.h },
    valign: "middle",
  });
  slide.addNotes([...notes, pack.source].filter((note) => note !== "").join("\n"));
  gathered.captions.push([]);
  return slide;
}

/** As many whole sentences as fit a line, or as much of the first as does. */
function firstSentences(text: string): string {
  const sentences = text.split(/(?<=[.:]) (?=[A-Z“])/);
  for (let kept = sentences.length; kept > 0; kept -= 1) {
    const line = sentences.slice(0, kept).join(" ");
    if (linesNeeded(line, SLIDE.width, POINTS.text) === 1) return line;
  }
  return cutToLines(text, 1, SLIDE.width, POINTS.text);
}

/** How words are set that stand in a box of their own, without a margin. */
export const plainText = (fontSize: number, color: string = INK) => ({ fontFace: FACE, fontSize, color, margin: 0 });

const MARK = [26, 24, 22, 20];
const WORDS = [15, 14, 13, 12];
const BETWEEN = 0.22;

/** What a board takes away, to the right of a line: a number or a word, and the sentence that goes on from it. */
export function addTakeaways(slide: Slide, so: readonly PackTakeaway[], box: { x: number; w: number } = SIDE): void {
  if (so.length === 0) return;
  const set = MARK.map((mark, i) => ({ mark, words: WORDS[i] ?? 12 }));
  const heightOf = ({ mark, words }: (typeof set)[number]) =>
    so.reduce(
      (sum, one) => sum + partHeight(one.mark, mark, box.w, true) + partHeight(one.words, words, box.w) + BETWEEN,
      0,
    );
  const size = set.find((one) => heightOf(one) <= SIDE.h) ?? set.at(-1)!;
  slide.addShape("line", {
    ...{ x: box.x - 0.25, y: SIDE.y + 0.05, w: 0, h: Math.min(SIDE.h, heightOf(size)) },
    line: { color: hex(COLOURS.grid), width: 1.5 },
    objectName: "Rule",
  });
  slide.addText(
    so.flatMap(({ mark, words }) => [
      { text: mark, options: { fontSize: size.mark, bold: true, breakLine: true } },
      { text: words, options: { fontSize: size.words, breakLine: true, paraSpaceAfter: BETWEEN * 72 } },
    ]),
    {
      ...plainText(size.words),
      ...{ x: box.x, y: SIDE.y, w: box.w, h: SIDE.h },
      valign: "top",
      objectName: "What it means",
    },
  );
}

const partHeight = (text: string, points: number, width: number, bold = false): number =>
  (linesNeeded(text, width, points, bold) * points * 1.22) / 72;

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
      ...plainText(size),
      ...{ x, y, w, h: items.reduce((sum, item) => sum + itemHeight(item, w, size), 0) },
      valign: "top",
      objectName: "List",
    },
  );
}
