import type { BoardPack } from "../pack/pack.ts";
import type { Publication } from "./publication.ts";

/**
 * A board pack as a workbook (XLSX) that people with a screen reader can use: a cover, contents with links, findings and
 * notes, a sheet for each table and each chart, then every figure, every input and every change. Numbers are unrounded;
 * gaps, sums and differences are formulas, so that they follow when a number is tried out. The same pack gives the same
 * bytes. In Node and in a page; the code that writes workbooks is loaded only now.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toXlsx } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const pack = boardPack([today]);
 * const bytes = await toXlsx(pack, { madeBy: "Academies team", contact: "team@example.org" }); // a Uint8Array
 * ```
 */
export async function toXlsx(pack: BoardPack, publication: Publication = {}): Promise<Uint8Array> {
  const [{ writeXlsx }, { boardBook }] = await Promise.all([import("@cadre/workbook"), import("./board-book.ts")]);
  return writeXlsx(boardBook(pack, publication));
}
