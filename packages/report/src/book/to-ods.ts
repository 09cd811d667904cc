import type { BoardPack } from "../pack/pack.ts";
import type { Publication } from "./publication.ts";

/**
 * A board pack as an open document (ODS), the government's standard for spreadsheets that are shared: the same sheets, words,
 * tables, formulas and charts as `toXlsx`. The same pack gives the same bytes. In Node and in a page.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toOds } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const bytes = await toOds(boardPack([today]), { madeBy: "Academies team" }); // a Uint8Array
 * ```
 */
export async function toOds(pack: BoardPack, publication: Publication = {}): Promise<Uint8Array> {
  const [{ writeOds }, { boardBook }] = await Promise.all([import("@cadre/workbook"), import("./board-book.ts")]);
  return writeOds(boardBook(pack, publication));
}
