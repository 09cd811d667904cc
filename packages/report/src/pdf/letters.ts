import PDFDocument from "pdfkit";
import type { BoardPack } from "../pack/pack.ts";
import { FONT_FILES } from "./fonts.ts";

/** What is asked of the font that a document has open. */
interface Glyphs {
  hasGlyphForCodePoint(point: number): boolean;
}

/**
 * The letters of a board pack that its PDF cannot show, each once: those of scripts that the font inside it does not
 * have, such as Chinese or Arabic, and pictures such as faces. Empty for nearly every pack. In Node.
 *
 * @example
 * ```ts
 * import { parseSystem, run } from "cadre";
 * import { boardPack } from "@cadre/report";
 * import { lettersWithout } from "@cadre/report/node";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care 介護
 *   calendar: { base: 2024-03-31, until: 2026-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * lettersWithout(boardPack([run(system)])); // ["介", "護"]
 * ```
 */
export function lettersWithout(pack: BoardPack): string[] {
  const document = new PDFDocument({ autoFirstPage: false }).font(FONT_FILES.regular);
  const { font } = (document as unknown as { _font: { font: Glyphs } })._font;
  const letters = new Set(textsOf(pack).flatMap((text) => [...text]));
  return [...letters].filter((letter) => !UNSEEN.test(letter) && !font.hasGlyphForCodePoint(letter.codePointAt(0)!));
}

/** Spaces and line ends, joiners, and signs that only choose how the letter before them looks. */
const UNSEEN = /^(?:[\s\u200b\u200c\u2060]|\u200d|[\ufe00-\ufe0f])$/u;

/**
 * The sentence that tells which letters the PDF lacks; empty when all are there. In the PDF itself they stand by their
 * numbers alone (`inPdf`).
 *
 * @example
 * ```ts
 * import { lettersSentence } from "@cadre/report/node";
 * lettersSentence([]); // ""
 * ```
 */
export function lettersSentence(letters: readonly string[], { inPdf = false }: { inPdf?: boolean } = {}): string {
  if (letters.length === 0) return "";
  const named = letters
    .slice(0, MOST_NAMED)
    .map((letter) => (inPdf ? `U+${hexOf(letter)}` : `${letter} (U+${hexOf(letter)})`));
  const more = letters.length > MOST_NAMED ? ` and ${letters.length - MOST_NAMED} more` : "";
  return `The font of the PDF has no ${letters.length === 1 ? "letter" : "letters"} ${named.join(", ")}${more}. Empty boxes stand in their place. The slides, the workbook and the web page show them.`;
}

const MOST_NAMED = 8;
const hexOf = (letter: string): string => letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
