import { attribute, readXml } from "../parts/xml.ts";
import { builtInFormat, type Format, formatOf } from "./number-format.ts";

/** How the cells of each style show their numbers, by the number of the style. */
export function readStyles(bytes: Uint8Array | undefined): Format[] {
  const own = new Map<number, Format>();
  const styles: Format[] = [];
  let inCells = false;
  if (bytes)
    readXml(bytes, {
      open(name, attributes) {
        if (name === "numFmt")
          own.set(numberOf(attributes, "numFmtId"), formatOf(attribute(attributes, "formatCode") ?? ""));
        if (name === "cellXfs") inCells = true;
        if (name !== "xf" || !inCells) return;
        const id = numberOf(attributes, "numFmtId");
        styles.push(own.get(id) ?? builtInFormat(id));
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
      text() {},
    });
  return styles;
}

const numberOf = (attributes: string, name: string): number => Number(attribute(attributes, name) ?? 0);

/** Texts that the cells name by number. What only tells how signs are spoken is left out. */
export function readTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  let [text, inText, spoken] = ["", false, false];
  if (bytes)
    readXml(bytes, {
      open(name) {
        if (name === "si") text = "";
        if (name === "rPh") spoken = true;
        if (name === "t") inText = !spoken;
      },
      close(name) {
        if (name === "si") texts.push(officeText(text));
        if (name === "rPh") spoken = false;
        if (name === "t") inText = false;
      },
      text(part) {
        if (inText) text += part;
      },
    });
  return texts;
}

/** Office programs write characters that XML does not know as `_x000D_`. */
export const officeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
