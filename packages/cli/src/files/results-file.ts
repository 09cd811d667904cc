import type { HasColumns } from "cadre/columns";
import { columnsCsv } from "cadre/tables";
import { type Command, Option } from "commander";

/** How the numbers of a run may be written. */
const FORMATS = ["csv", "parquet", "arrow"] as const;
export type Format = (typeof FORMATS)[number];

/** The option that says how results are written, and its words in the command that repeats a run. */
export const addFormatOption = (command: Command): Command =>
  command.addOption(
    new Option("--format <name>", "how the results are written, for a spreadsheet or for another program")
      .choices(FORMATS)
      .default(FORMATS[0]),
  );
export const formatWords = (format: Format = "csv"): string[] => (format === "csv" ? [] : ["--format", format]);

/** The file with every measure of every pool and group, one number a row, of results or draws under one another. */
export async function resultsFile<Heading extends string>(
  of: readonly HasColumns<Heading>[],
  format: Format = "csv",
): Promise<[name: string, content: string | Uint8Array]> {
  if (format === "csv") return ["results.csv", columnsCsv(of.map((one) => one.rows()))];
  // What writes them is loaded only for who wants them.
  const { toArrow, toParquet } = await import("cadre/columns");
  return [`results.${format}`, format === "arrow" ? toArrow(of) : toParquet(of)];
}
