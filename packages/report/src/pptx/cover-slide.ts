import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import { linesNeeded } from "../text/measure.ts";
import { shortenedText } from "../text/plain.ts";
import { shortSource } from "../text/short-source.ts";
import { addChart } from "./chart-slide.ts";
import { headlineOf, plainText, type SlideMaking } from "./slide.ts";
import { HERO, POINTS, SLIDE } from "./slide-size.ts";

const HERO_BOX = { x: SLIDE.left, y: 0.95, w: 10.6, h: 1.35 } as const;

/** The first slide: whose plan, the answer in a sentence, and the gap itself as a picture. */
export function coverSlide(making: SlideMaking): void {
  const { deck, pack, page, gathered } = making;
  const slide = deck.addSlide({ masterName: "Cover" });
  const answer = `${headlineOf(page)}.`;
  const size = [40, 36, 32, 28].find((one) => linesNeeded(answer, HERO_BOX.w, one) <= 2) ?? 24;
  slide.addText([{ text: answer, options: { fontSize: size } }], { placeholder: "title" });
  slide.addText(shortenedText(pack.title.replace(/: board pack$/, ""), 110), {
    ...plainText(16, hex(COLOURS.supply)),
    ...{ x: SLIDE.left, y: 0.45, w: SLIDE.width, h: 0.4 },
    bold: true,
  });
  slide.addText(shortenedText(pack.subtitle, 150), {
    ...plainText(14, hex(COLOURS.quietInk)),
    ...{ x: SLIDE.left, y: 2.38, w: SLIDE.width, h: 0.35 },
  });
  slide.addText(shortSource(pack.source, 130), {
    ...plainText(POINTS.foot, hex(COLOURS.quietInk)),
    ...{ x: SLIDE.left, y: SLIDE.foot.y, w: 11.2, h: SLIDE.foot.h },
  });
  slide.addNotes([page.title, page.text, ...page.points, ...page.notes, pack.source].join("\n"));
  gathered.captions.push([]);
  const balance = pack.pages.find(({ id }) => id === "supply-and-demand")?.chart;
  if (balance) addChart(slide, making, balance, { x: SLIDE.left, y: 2.9, w: SLIDE.width, h: 4.05 });
}

export const COVER_TITLE = {
  placeholder: {
    options: {
      name: "title",
      type: "title" as const,
      ...HERO_BOX,
      align: "left" as const,
      valign: "top" as const,
      margin: 0,
      fontFace: HERO,
      fontSize: 40,
      color: hex(COLOURS.ink),
    },
    text: "",
  },
};
