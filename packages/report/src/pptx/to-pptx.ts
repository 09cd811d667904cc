import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import type { BoardPack, PackPage, PackTable } from "../pack/pack.ts";
import { briefOf, tablesOf } from "../pack/shown.ts";
import { heightOf, largestTable, type SetTable, setTable, widthOf } from "../text/columns.ts";
import { cutToLines, linesNeeded } from "../text/measure.ts";
import { shortened } from "../text/plain.ts";
import { shortSource } from "../text/short-source.ts";
import { addChart } from "./chart.ts";
import { CAPTION, captionHeightOf, flow, itemHeight } from "./flow.ts";
import { type Deck, newDeck, type Slide } from "./library.ts";
import { type Mending, mend } from "./mend.ts";
import { FACE, POINTS, SLIDE } from "./slide-size.ts";
import { addTable } from "./table.ts";

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;
const INK = hex(COLOURS.ink);
const QUIET = hex(COLOURS.quietInk);
const GAP = 0.35;

/**
 * A board pack as slides (PPTX): a title that is the finding, a chart that stays editable with alternative text, a table,
 * and what to say in the speaker notes. In Node and in a page; the library that writes slides is loaded only now.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toPptx } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const bytes = await toPptx(boardPack([today])); // a Uint8Array, to be written or downloaded
 * ```
 */
export async function toPptx(pack: BoardPack): Promise<Uint8Array> {
  const slides = await newDeck();
  slides.layout = "LAYOUT_WIDE";
  slides.title = pack.title;
  slides.subject = pack.subtitle;
  slides.author = "Cadre";
  slides.company = "";
  slides.theme = { headFontFace: FACE, bodyFontFace: FACE };
  slides.defineSlideMaster({
    title: "Page",
    background: { color: "FFFFFF" },
    objects: [
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            x: SLIDE.left,
            y: SLIDE.title.y,
            w: SLIDE.width,
            h: SLIDE.title.h,
            align: "left",
            valign: "bottom",
            margin: 0,
            fontFace: FACE,
            fontSize: 24,
            bold: true,
            color: INK,
          },
          text: "",
        },
      },
    ],
    slideNumber: {
      x: 12.2,
      y: SLIDE.foot.y,
      w: 0.63,
      h: SLIDE.foot.h,
      fontFace: FACE,
      fontSize: 10,
      color: QUIET,
      align: "right",
    },
  });
  const captions: string[][] = [];
  const dashes: string[][] = [];
  for (const [i, page] of pack.pages.entries()) addPage(slides, pack, page, i === 0, { captions, dashes });
  const bytes = (await slides.write({ outputType: "uint8array" })) as Uint8Array;
  return mend(bytes, { captions, dashes });
}

/** What mending needs to know, gathered while slides are made. */
type Gathered = { [K in keyof Mending]: string[][] };

function addPage(deck: Deck, pack: BoardPack, page: PackPage, isFirst: boolean, gathered: Gathered): void {
  const { chart, points } = page;
  const tables = tablesOf(page);
  if (!chart) {
    if (isFirst && tables[0]) answerSlide(deck, pack, page, tables[0], gathered);
    else flowSlides(deck, pack, page, page.points, tables, gathered, page.title);
    return;
  }
  gathered.dashes.push(chart.drawing.series.map(({ dash }) => DASHES[dash]));
  const slide = newSlide(deck, pack, page, page.title, gathered);
  const [table, ...others] = tables;
  const list =
    points.reduce((sum, item) => sum + itemHeight(item, SIDE, POINTS.side), 0) + (points.length > 0 ? 0.15 : 0);
  const beside = (givingWay: number) => table && besideChart(table, SLIDE.body.h - list, givingWay);
  const snug = beside(1.1);
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
  if (rest.length > 0) flowSlides(deck, pack, page, [], rest, gathered, `${page.about}: the numbers`);
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

/** The answer on one slide: what was found to the left, its numbers to the right. */
function answerSlide(deck: Deck, pack: BoardPack, page: PackPage, table: PackTable, gathered: Gathered): void {
  const slide = newSlide(deck, pack, page, page.title, gathered);
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

function flowSlides(
  deck: Deck,
  pack: BoardPack,
  page: PackPage,
  points: PackPage["points"],
  tables: PackPage["tables"],
  gathered: Gathered,
  title: string,
): void {
  const slides = flow(points, tables);
  for (const [i, placed] of slides.entries()) {
    const slide = newSlide(deck, pack, page, i === 0 ? title : `${title} (${i + 1} of ${slides.length})`, gathered);
    for (const [n, one] of placed.entries()) {
      if (one.kind === "list") addList(slide, one.items, { x: SLIDE.left, y: one.y, w: SLIDE.width, size: one.size });
      else {
        addTable(slide, one.set, {
          ...one,
          x: SLIDE.left,
          width: Math.max(CAPTION, widthOf(one.set)),
          name: `Table ${n + 1}`,
        });
        gathered.captions.at(-1)?.push(one.caption);
      }
    }
  }
}

function newSlide(deck: Deck, pack: BoardPack, page: PackPage, title: string, gathered: Gathered): Slide {
  const slide = deck.addSlide({ masterName: "Page" });
  const whole = shortened(title, 260);
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

function addList(
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
