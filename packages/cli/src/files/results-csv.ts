import type { Columns, Ensemble } from "cadre";
import { columnsCsv } from "cadre/tables";

/** `results.csv`: every measure of every pool and group, one number a line, of one result or of several. */
export const resultsCsv = (result: { rows(): Columns }): string => columnsCsv([result.rows()]);

/** `results.csv` of draws: mean, p10, p50 and p90 of every measure of staff, one number a line. */
export const spreadsCsv = (ensembles: readonly Ensemble[]): string => columnsCsv(ensembles.map((sure) => sure.rows()));
