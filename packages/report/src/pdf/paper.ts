import { COLOURS } from "@cadre/charts";
import PDFDocument from "pdfkit";
import type { BoardPack } from "../pack/pack.ts";
import { FONT_FILES } from "./fonts.ts";

/** A4 in points, and the room that words and pictures may take. */
export const PAPER = { left: 50, top: 50, width: 495, bottom: 780, foot: 800 } as const;

/** Sizes of letters in points, readable on A4. */
export const SIZES = { pack: 20, title: 15, finding: 11, text: 10, table: 9, caption: 9, source: 8 } as const;

export const INK = COLOURS.ink;
export const QUIET = COLOURS.quietInk;

/** A document that is being written: the sheet of paper, how far down it is full, and the part that is written to. */
export interface Paper {
  readonly document: PDFKit.PDFDocument;
  /** The tag of the whole document. */
  readonly whole: PDFKit.PDFStructureElement;
  y: number;
}

/** A tagged document in British English that shows its title, with the letters it is set in inside it. */
export function newPaper(pack: BoardPack): Paper {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: pack.title, Subject: pack.subtitle, Author: "Cadre", Creator: "Cadre", CreationDate: NO_DAY },
  });
  document.registerFont("regular", FONT_FILES.regular);
  document.registerFont("bold", FONT_FILES.bold);
  // The library makes the id of a file from this day; the same numbers are to give the same bytes, so none is told.
  delete document.info.CreationDate;
  mendMetadata(document);
  const whole = document.struct("Document");
  document.addStructure(whole);
  return { document, whole, y: PAPER.top };
}

/** Goes on with a new sheet. */
export function newSheet(paper: Paper): void {
  paper.document.addPage();
  paper.y = PAPER.top;
}

/** Turns the page unless so many points are left on it. */
export function keepRoom(paper: Paper, height: number): void {
  if (paper.y + height > PAPER.bottom && paper.y > PAPER.top) newSheet(paper);
}

/** Text under one tag of a part, over the whole width; a text higher than what is left begins a new sheet. */
export function writeText(
  paper: Paper,
  part: PDFKit.PDFStructureElement,
  tag: string,
  text: string,
  { size, bold = false, quiet = false, indent = 0, after = 4 }: TextStyle,
): void {
  if (text === "") return;
  const { document } = paper;
  document.font(bold ? "bold" : "regular").fontSize(size);
  const width = PAPER.width - indent;
  const height = document.heightOfString(text, { width, lineGap: 1 });
  keepRoom(paper, height);
  const { y } = paper;
  part.add(
    document.struct(tag, {}, () => {
      document.fillColor(quiet ? QUIET : INK).text(text, PAPER.left + indent, y, { width, lineGap: 1 });
    }),
  );
  paper.y = y + height + after;
}

interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly quiet?: boolean;
  readonly indent?: number;
  readonly after?: number;
}

/** What is drawn and says nothing: a screen reader passes over it. */
export function decorate({ document }: Paper, draw: () => void): void {
  document.markContent("Artifact", { type: "Layout" });
  draw();
  document.endMarkedContent();
}

/** Numbers every sheet and names the document on it, and returns the bytes. */
export async function finishDocument(paper: Paper, title: string): Promise<Uint8Array> {
  const { document, whole } = paper;
  const { start, count } = document.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    document.switchToPage(start + i);
    document.markContent("Artifact", { type: "Pagination" });
    document.font("regular").fontSize(SIZES.source).fillColor(QUIET);
    document.text(title, PAPER.left, PAPER.foot, { width: PAPER.width - 60, height: 12, ellipsis: true });
    const number = `${i + 1} of ${count}`;
    document.text(number, PAPER.left + PAPER.width - 60, PAPER.foot, { width: 60, align: "right" });
    document.endMarkedContent();
  }
  whole.end();
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((done, fail) => {
    document.on("end", done);
    document.on("error", fail);
  });
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** The library asks for the day on which a file was made, and makes the file's id from it. */
const NO_DAY = new Date(0);

/**
 * The library writes title and subject into the metadata's XML as they are; markup in them would break it. It also writes
 * the day, which is taken out there too.
 */
function mendMetadata(document: PDFKit.PDFDocument): void {
  const own = document as unknown as {
    info: Record<string, unknown>;
    _addInfo(): void;
    appendXML(xml: string, newline?: boolean): void;
  };
  const append = own.appendXML;
  own.appendXML = (xml, newline) =>
    append.call(own, xml.replace(/\s*<xmp:CreateDate>[^<]*<\/xmp:CreateDate>/, ""), newline);
  const add = own._addInfo;
  own._addInfo = () => {
    const { info } = own;
    own.info = Object.fromEntries(
      Object.entries({ ...info, CreationDate: NO_DAY }).map(([key, value]) => [
        key,
        typeof value === "string" || value instanceof String ? escaped(String(value)) : value,
      ]),
    );
    add.call(own);
    own.info = info;
  };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
