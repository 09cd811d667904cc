import { zipOf } from "./parts/zip.ts";

/** What a workbook is made of where a test writes its parts by hand. */
export interface ByHand {
  /** Rows of each sheet as the file has them. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly texts?: readonly string[];
  /** Codes of number formats; a cell names the first by `s="1"`. */
  readonly formats?: readonly string[];
  readonly after?: string;
  readonly bookProperties?: string;
  readonly states?: Readonly<Record<string, string>>;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook written by hand, with prefixes, odd orders and what else other programs do. */
export function byHand({
  sheets,
  texts = [],
  formats = [],
  after = "",
  bookProperties = "",
  states = {},
}: ByHand): Uint8Array {
  const names = Object.keys(sheets);
  const parts = new Map([
    [
      "_rels/.rels",
      `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/book.xml"/></Relationships>`,
    ],
    [
      "xl/book.xml",
      `<x:workbook><x:workbookPr ${bookProperties}/><x:sheets>${names.map((name, i) => `<x:sheet name="${name}" ${states[name] ? `state="${states[name]}"` : ""} sheetId="${i + 1}" r:id="s${i}"/>`).join("")}</x:sheets></x:workbook>`,
    ],
    [
      "xl/_rels/book.xml.rels",
      `<Relationships>${names.map((_, i) => `<Relationship Target="sheets/../sheets/s${i}.xml" Id="s${i}" Type="${OFFICE}/worksheet"/>`).join("")}<Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="texts.xml"/><Relationship Id="f" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/texts.xml", `<?xml version="1.0"?><!-- > --><sst>${texts.map((text) => `<si>${text}</si>`).join("")}</sst>`],
    [
      "xl/styles.xml",
      `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs></styleSheet>`,
    ],
    ...names.map((name, i): [string, string] => [
      `xl/sheets/s${i}.xml`,
      `<worksheet><sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
    ]),
  ]);
  return zipOf(parts);
}

/** What a piece of code throws, for its fields to be looked at. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
