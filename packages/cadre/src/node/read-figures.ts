import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Observed, parseObserved } from "../against/observed-file.ts";
import { parseSeries, type Series } from "../backtest/series.ts";
import { checkPath } from "../error/argument.ts";
import { LARGEST_TABLE } from "../system/csv-table.ts";
import { outsideOf, projectFolder, within } from "./project-folder.ts";
import { readText } from "./read-text.ts";

/**
 * Reads the figures counted since (`observed.csv`), which `againstObserved` holds against a run.
 *
 * @example
 * ```ts
 * import { CadreError } from "cadre";
 * import { readObserved } from "cadre/node";
 * try {
 *   (await readObserved("scenarios/cumbria/observed.csv")).figures.length;
 * } catch (error) {
 *   if (error instanceof CadreError) error.code; // "missing-file" where nobody has counted yet
 * }
 * ```
 */
export async function readObserved(path: string): Promise<Observed> {
  checkPath(path);
  const file = resolve(path);
  // A link may lead out of the project although its own place is inside, as with the tables of a system.
  if (existsSync(file) && !within(realpathSync(projectFolder(file)), realpathSync(file))) throw outsideOf(path, path);
  return parseObserved(readText(resolve(path), path, LARGEST_TABLE).text, { file: path });
}

/**
 * Reads a series file: figures counted year after year, with the day each was published (`cadre/backtest`).
 *
 * @example
 * ```ts
 * import { backtestRates } from "cadre/backtest";
 * import { readSeries } from "cadre/node";
 * const turnover = await readSeries("data/series/care-turnover-by-area.csv");
 * backtestRates(turnover, { reference: "england-authorities", horizons: [1] }).scores.length; // one for each area, and all
 * ```
 */
export async function readSeries(path: string): Promise<Series> {
  checkPath(path);
  return parseSeries(readText(resolve(path), path, LARGEST_TABLE).text, { file: path });
}
