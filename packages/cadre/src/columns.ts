export { toArrow } from "./table/arrow.ts";
export { toParquet } from "./table/parquet.ts";
export type { Cell, Rowed } from "./table/stacked.ts";
