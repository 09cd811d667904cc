import { FONT_FILES } from "../pdf/fonts.ts";

/**
 * A chart's SVG as a PNG picture, in Node. Letters come from the font this package brings along, so that the picture is the
 * same on every machine; `scale` 2 (the default) is sharp on paper at half a page.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { supplyAndDemand, toSvg } from "@cadre/charts";
 * import { toPng } from "@cadre/report/node";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const bytes = await toPng(await toSvg(supplyAndDemand(today))); // a Uint8Array
 * ```
 */
export async function toPng(svg: string, { scale = 2 }: { scale?: number } = {}): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontFiles: Object.values(FONT_FILES),
      loadSystemFonts: false,
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  });
  return new Uint8Array(picture.render().asPng());
}
