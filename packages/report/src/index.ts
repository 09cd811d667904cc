export { boardPack } from "./pack/board-pack.ts";
export { rowsAsRead } from "./pack/cell.ts";
export type { PackCertainty, PackSpread } from "./pack/certainty.ts";
export type { BoardPackOptions } from "./pack/options.ts";
export type {
  BoardPack,
  CellAt,
  ColumnKind,
  Computed,
  PackCell,
  PackChart,
  PackColumn,
  PackDrawing,
  PackPage,
  PackSeries,
  PackTable,
} from "./pack/pack.ts";
export { toPptx } from "./pptx/to-pptx.ts";
