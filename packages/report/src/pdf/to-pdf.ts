import type { BoardPack, PackPage } from "../pack/pack.ts";
import { briefOf, tablesOf } from "../pack/shown.ts";
import { writeFigure } from "./figure.ts";
import { lettersSentence, lettersWithout } from "./letters.ts";
import { finishDocument, newPaper, newSheet, PAPER, type Paper, SIZES, writeText } from "./paper.ts";
import { writeTable } from "./table.ts";

/**
 * A board pack as a PDF on A4 that a screen reader can read: headings, lists, tables with their heads, figures with their
 * alternative text, bookmarks, its language and its title. The font is inside it; letters that the font lacks are named
 * on the first page. In Node; needs no browser.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack } from "@cadre/report";
 * import { toPdf } from "@cadre/report/node";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const bytes = await toPdf(boardPack([today])); // a Uint8Array
 * ```
 */
export async function toPdf(pack: BoardPack): Promise<Uint8Array> {
  const paper = newPaper(pack);
  newSheet(paper);
  for (const [i, page] of pack.pages.entries()) {
    if (i > 0) nextSection(paper, page.chart ? ROOM.chart : ROOM.words);
    const part = newPart(paper, page.about);
    if (i === 0) {
      writeText(paper, part, "H1", pack.title, { size: SIZES.pack, bold: true });
      const lacking = lettersSentence(lettersWithout(pack), { inPdf: true });
      writeText(paper, part, "P", pack.subtitle, { size: SIZES.text, quiet: true, after: lacking === "" ? 18 : 4 });
      writeText(paper, part, "P", lacking, { size: SIZES.text, after: 18 });
    }
    await writePage(paper, part, page);
    part.end();
  }
  writeYears(paper, pack);
  return finishDocument(paper, pack.title);
}

/** How many points a section takes at least before its first table may be broken. */
const ROOM = { chart: 330, words: 120 } as const;
const BETWEEN = 26;

/** Goes on below the last section, or on a new sheet where what belongs together has no room. */
function nextSection(paper: Paper, room: number): void {
  paper.y += BETWEEN;
  if (paper.y + room > PAPER.bottom) newSheet(paper);
}

function newPart(paper: Paper, title: string): PDFKit.PDFStructureElement {
  const part = paper.document.struct("Sect", { title });
  paper.whole.add(part);
  return part;
}

/** Every year of the tables whose years are not all shown beside their chart, and the sources of all. */
function writeYears(paper: Paper, pack: BoardPack): void {
  const tables = pack.pages.flatMap(tablesOf).filter(({ brief, rows }) => brief && brief.length < rows.length);
  const part = newPart(paper, "Every year");
  if (tables.length > 0) {
    nextSection(paper, ROOM.words);
    paper.document.outline.addItem(YEARS);
    writeText(paper, part, "H2", YEARS, { size: SIZES.title, bold: true, after: 10 });
    for (const table of tables) writeTable(paper, part, table);
  }
  writeText(paper, part, "P", pack.source, { size: SIZES.source, quiet: true });
  part.end();
}

const YEARS = "The numbers of every year";

async function writePage(paper: Paper, part: PDFKit.PDFStructureElement, page: PackPage): Promise<void> {
  const { chart, points, title, headline = title } = page;
  paper.document.outline.addItem(headline);
  writeText(paper, part, "H2", headline, { size: SIZES.title, bold: true });
  if (title !== headline) writeText(paper, part, "P", `${title}.`, { size: SIZES.finding, after: 4 });
  const text = chart ? chart.picture.usermeta.cadre.subtitle : page.text;
  writeText(paper, part, "P", text, { size: SIZES.text, quiet: true, after: 8 });
  writeList(paper, part, points);
  if (chart) await writeFigure(paper, part, chart);
  for (const table of tablesOf(page)) writeTable(paper, part, table, briefOf(table));
}

function writeList(paper: Paper, part: PDFKit.PDFStructureElement, points: readonly string[]): void {
  if (points.length === 0) return;
  const list = paper.document.struct("L");
  part.add(list);
  for (const point of points) {
    const item = paper.document.struct("LI");
    list.add(item);
    writeText(paper, item, "LBody", `• ${point}`, { size: SIZES.text, after: 3 });
    item.end();
  }
  list.end();
  paper.y += 8;
}
