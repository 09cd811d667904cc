import type { BoardPack, PackPage } from "../pack/pack.ts";
import { tablesOf } from "../pack/shown.ts";
import { writeFigure } from "./figure.ts";
import { lettersSentence, lettersWithout } from "./letters.ts";
import { finishDocument, newPaper, newSheet, type Paper, SIZES, writeText } from "./paper.ts";
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
  for (const [i, page] of pack.pages.entries()) {
    newSheet(paper);
    const part = paper.document.struct("Sect", { title: page.about });
    paper.whole.add(part);
    if (i === 0) {
      writeText(paper, part, "H1", pack.title, { size: SIZES.pack, bold: true });
      const lacking = lettersSentence(lettersWithout(pack), { inPdf: true });
      writeText(paper, part, "P", pack.subtitle, { size: SIZES.text, quiet: true, after: lacking === "" ? 18 : 4 });
      writeText(paper, part, "P", lacking, { size: SIZES.text, after: 18 });
    }
    await writePage(paper, part, page);
    if (i === pack.pages.length - 1) writeText(paper, part, "P", pack.source, { size: SIZES.source, quiet: true });
    part.end();
  }
  return finishDocument(paper, pack.title);
}

async function writePage(paper: Paper, part: PDFKit.PDFStructureElement, page: PackPage): Promise<void> {
  const { chart, points, title } = page;
  paper.document.outline.addItem(title);
  writeText(paper, part, "H2", title, { size: SIZES.title, bold: true });
  const text = chart ? chart.picture.usermeta.cadre.subtitle : page.text;
  writeText(paper, part, "P", text, { size: SIZES.text, quiet: true, after: 8 });
  writeList(paper, part, points);
  if (chart) await writeFigure(paper, part, chart);
  for (const table of tablesOf(page)) writeTable(paper, part, table);
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
