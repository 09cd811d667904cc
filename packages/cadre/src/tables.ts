export { type CsvCell, columnsCsv, csvText, rowsCsv } from "./table/csv-text.ts";
export { withoutFormula } from "./table/no-formula.ts";
export { spreadBands } from "./table/spread.ts";
