import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import type { BoardPack, PackPage } from "../pack/pack.ts";
import { tablesOf } from "../pack/shown.ts";
import { askSlide } from "./ask-slide.ts";
import { chartSlide } from "./chart-slide.ts";
import { COVER_TITLE, coverSlide } from "./cover-slide.ts";
import { flowSlides } from "./flow-slides.ts";
import { newDeck } from "./library.ts";
import { mendSlides, type SlideMending } from "./mend.ts";
import { type SlideMaking, wordsOf } from "./slide.ts";
import { FACE, SLIDE } from "./slide-size.ts";

/**
 * A board pack as slides (PPTX): a cover with the answer, what is asked of the board, and one chart a slide with what to
 * take away from it, at most ten slides; then an appendix with tables, sources and fingerprints. A title is a finding of
 * at most twelve words; charts stay editable and have alternative text; the notes say more. In Node and in a page; the
 * library that writes slides is loaded only now.
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
  const number = {
    ...{ x: 12.12, y: SLIDE.foot.y, w: 0.63, h: SLIDE.foot.h },
    ...{ fontFace: FACE, fontSize: 10, color: hex(COLOURS.quietInk), align: "right" as const },
  };
  const background = { color: hex(COLOURS.paper) };
  slides.defineSlideMaster({ title: "Cover", background, objects: [COVER_TITLE] });
  slides.defineSlideMaster({ title: "Page", background, objects: [PAGE_TITLE], slideNumber: number });
  const gathered: SlideMending = { captions: [], charts: [] };
  const makingOf = (page: PackPage): SlideMaking => ({ deck: slides, pack, page, gathered });
  const [first, ...pages] = pack.pages;
  if (first) coverSlide(makingOf(first));
  const shown = pages.filter(({ so }) => so !== undefined);
  for (const page of shown) {
    if (page.chart) chartSlide(makingOf(page), page.chart);
    else askSlide(makingOf(page));
  }
  const others = pages.filter(({ so }) => so === undefined);
  const charted = others.flatMap((page) => (page.chart ? [{ page, chart: page.chart }] : []));
  if (first) numbers(makingOf(first), [first, ...shown, ...charted.map(({ page }) => page)]);
  for (const { page, chart } of charted) chartSlide(makingOf(page), chart);
  for (const page of others.filter(({ chart }) => chart === undefined))
    flowSlides(makingOf(page), { ...wordsOf(page), points: page.points, tables: page.tables });
  const bytes = (await slides.write({ outputType: "uint8array" })) as Uint8Array;
  return mendSlides(bytes, gathered);
}

/** The tables behind charts, one after the other, for looking up. */
function numbers(making: SlideMaking, pages: readonly PackPage[]): void {
  flowSlides(making, {
    title: "Appendix: the numbers",
    text: "The tables behind the charts. Every year and every input stands in the workbook.",
    points: [],
    tables: pages.filter((page) => page.chart !== undefined || page.id === "answer").flatMap(tablesOf),
    notes: [],
  });
}

const PAGE_TITLE = {
  placeholder: {
    options: {
      name: "title",
      type: "title" as const,
      ...{ x: SLIDE.left, y: SLIDE.title.y, w: SLIDE.width, h: SLIDE.title.h },
      ...{ align: "left" as const, valign: "bottom" as const, margin: 0 },
      ...{ fontFace: FACE, fontSize: 24, bold: true, color: hex(COLOURS.ink) },
    },
    text: "",
  },
};
