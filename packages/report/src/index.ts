export { assurancePack } from "./assurance/assurance-pack.ts";
export type { Publication } from "./book/publication.ts";
export { toOds } from "./book/to-ods.ts";
export { toXlsx } from "./book/to-xlsx.ts";
export { toPage } from "./html/to-page.ts";
export { toMarkdown } from "./markdown/to-markdown.ts";
export { boardPack } from "./pack/board-pack.ts";
export { rowsAsRead } from "./pack/cell.ts";
export type { PackCertainty } from "./pack/certainty.ts";
export type { BoardPackOptions } from "./pack/options.ts";
export type {
  BoardPack,
  CellAt,
  CellFormula,
  ColumnKind,
  PackCell,
  PackChart,
  PackColumn,
  PackDrawing,
  PackPage,
  PackSeries,
  PackTable,
  PackTakeaway,
} from "./pack/pack.ts";
export { type PackPicture, toPictures } from "./picture/to-pictures.ts";
export { toPptx } from "./pptx/to-pptx.ts";
