export { toArrow } from "./table/arrow.ts";
export { toParquet } from "./table/parquet.ts";
export type { Cell, HasColumns } from "./table/stacked.ts";
