import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import type { BoardPack } from "../pack/pack.ts";
import { tablesOf } from "../pack/shown.ts";
import { answerSlide } from "./answer-slide.ts";
import { chartSlides } from "./chart-slides.ts";
import { flowSlides } from "./flow-slides.ts";
import { newDeck } from "./library.ts";
import { mendSlides } from "./mend.ts";
import type { SlideMaking } from "./slide.ts";
import { FACE, SLIDE } from "./slide-size.ts";

const INK = hex(COLOURS.ink);
const QUIET = hex(COLOURS.quietInk);

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
    background: { color: hex(COLOURS.paper) },
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
  const gathered = { captions: [], dashes: [] };
  for (const [i, page] of pack.pages.entries()) addPage({ deck: slides, pack, page, gathered }, i === 0);
  const bytes = (await slides.write({ outputType: "uint8array" })) as Uint8Array;
  return mendSlides(bytes, gathered);
}

function addPage(making: SlideMaking, isFirst: boolean): void {
  const { page } = making;
  const tables = tablesOf(page);
  if (page.chart) chartSlides(making, page.chart);
  else if (isFirst && tables[0]) answerSlide(making, tables[0]);
  else flowSlides(making, { ...page, tables });
}
