import { altText, toSvg } from "@cadre/charts";
import type { BoardPack } from "../pack/pack.ts";

/** A picture of a board pack, and the words that go with it wherever it is put. */
export interface PackPicture {
  /** Name of its file, without an ending. */
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly source: string;
  readonly svg: string;
}

/**
 * Every chart of a board pack as an SVG picture with title, source and alternative text inside.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toPictures } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const pictures = await toPictures(boardPack([today]));
 * pictures[0].svg.startsWith("<svg"); // true
 * ```
 */
export async function toPictures({ pages }: BoardPack): Promise<PackPicture[]> {
  const pictures: PackPicture[] = [];
  for (const { chart } of pages) {
    if (!chart) continue;
    const { title, source } = chart.picture.usermeta.cadre;
    pictures.push({ name: chart.name, title, source, alt: altText(chart.picture), svg: await toSvg(chart.picture) });
  }
  return pictures;
}
