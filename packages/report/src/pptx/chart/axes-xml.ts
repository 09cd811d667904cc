import { COLOURS } from "@cadre/charts";
import { hex } from "../../pack/colours.ts";
import { FACE, POINTS } from "../slide-size.ts";
import type { NativeChart } from "./native.ts";

export const AXES = { category: 1, value: 2 } as const;

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A ground in a colour, the whole of it or a share. */
export const fill = (colour: string, opacity = 1): string =>
  `<a:solidFill><a:srgbClr val="${colour}">${opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : ""}</a:srgbClr></a:solidFill>`;

/** The letters of labels. */
export const lettersXml = (colour = hex(COLOURS.ink), bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${POINTS.chart * 100}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="${FACE}"/><a:cs typeface="${FACE}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

/** The axis of labels and that of values; the order of elements is that of the format. */
export function axesXml({ series, lying, axis }: NativeChart): string {
  const { min, max, step, format, hidden = false } = axis;
  const scaling = (way: string, ends = "") => `<c:scaling><c:orientation val="${way}"/>${ends}</c:scaling>`;
  const line = (colour: string) => `<c:spPr><a:ln w="9525">${fill(colour)}</a:ln></c:spPr>`;
  const marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  return [
    `<c:catAx><c:axId val="${AXES.category}"/>${scaling(lying === "down" ? "maxMin" : "minMax")}<c:delete val="0"/><c:axPos val="${lying ? "l" : "b"}"/>`,
    `<c:numFmt formatCode="General" sourceLinked="0"/>${marks}<c:tickLblPos val="low"/>${line(hex(COLOURS.rule))}${lettersXml()}`,
    `<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${AXES.value}"/>${scaling("minMax", `<c:max val="${max}"/><c:min val="${min}"/>`)}<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${lying ? "b" : "l"}"/>`,
    hidden ? "" : `<c:majorGridlines>${line(hex(COLOURS.grid))}</c:majorGridlines>`,
    `<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/>${marks}<c:tickLblPos val="${lying === "down" ? "high" : "nextTo"}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${lettersXml()}`,
    `<c:crossAx val="${AXES.category}"/><c:crosses val="autoZero"/><c:crossBetween val="${series.some(({ draw }) => draw === "bar") ? "between" : "midCat"}"/><c:majorUnit val="${step}"/></c:valAx>`,
  ].join("");
}
