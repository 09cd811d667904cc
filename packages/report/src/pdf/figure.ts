import { altText, bareChart, toSvg } from "@cadre/charts";
import drawSvg from "svg-to-pdfkit";
import type { PackChart } from "../pack/pack.ts";
import { keepRoom, PAPER, type Paper } from "./paper.ts";

/** Draws a chart over the whole width, tagged as a figure with its alternative text. */
export async function writeFigure(
  paper: Paper,
  part: PDFKit.PDFStructureElement,
  { picture }: PackChart,
): Promise<void> {
  const { document } = paper;
  const spec = bareChart(picture);
  const svg = await toSvg(spec);
  const [wide, high] = sizeOf(svg);
  const width = Math.min(PAPER.width, wide);
  const height = (high * width) / wide;
  keepRoom(paper, height);
  const { y } = paper;
  const box = [PAPER.left, y, PAPER.left + width, y + height];
  part.add(
    document.struct("Figure", { alt: altText(picture), bbox: box, placement: "Block" } as object, () => {
      drawSvg(document, svg, PAPER.left, y, {
        width,
        height,
        fontCallback: (_family, bold) => (bold ? "bold" : "regular"),
        warningCallback: (warning) => {
          throw new Error(`the chart cannot be drawn on paper: ${warning}`);
        },
      });
    }),
  );
  paper.y = y + height + 14;
}

/** Width and height of an SVG as its first line says. */
function sizeOf(svg: string): [number, number] {
  const [, wide = "1", high = "1"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return [Number(wide), Number(high)];
}
