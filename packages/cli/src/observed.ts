import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PageTable } from "@cadre/charts";
import type { Ensemble, Result } from "cadre";
import { type InputFile, readObserved } from "cadre/node";
import { againstObserved, type IntervalOf, type ObservedAgainst } from "cadre/results";
import { clippedTitle, columns } from "./text/columns.ts";
import { figureOf, NO_NUMBER, signedOf } from "./text/measure.ts";

/** An observed figure beside what one scenario projected. */
export interface HeldAgainst extends ObservedAgainst {
  readonly scenario: string;
}

/** The name of the table of observed figures beside a system. */
const OBSERVED = "observed.csv";

/**
 * The figures counted since, which lie beside the system as `observed.csv`, held against each result; undefined where
 * there are none. With draws of the same scenarios, each says whether it lies in the scenario's 80% interval. `notes`
 * are words of the table that a later version will not know.
 */
export async function heldAgainst(
  systemFile: string,
  results: readonly Result[],
  sure: readonly Ensemble[] | undefined,
): Promise<{ rows: HeldAgainst[]; input: InputFile; notes: readonly string[] } | undefined> {
  const path = join(dirname(systemFile), OBSERVED);
  if (!existsSync(path)) return undefined;
  const observed = await readObserved(path);
  const rows = results.flatMap((result, i) =>
    againstObserved(result, observed, sure && intervalOf(sure[i]!)).map((row) => ({ scenario: result.id, ...row })),
  );
  const { notes } = observed;
  return { rows, notes, input: { path, sha256: createHash("sha256").update(readFileSync(path)).digest("hex") } };
}

/** The interval of everything that staff are counted by; pipelines are no staff, and not drawn. */
const intervalOf =
  (sure: Ensemble): IntervalOf =>
  ({ pool, measure, year }) => {
    const drawn = sure.measures.find((one) => one === measure);
    const isStaff = sure.central.groups.some(({ id, pools }) => id === pool && pools.length > 0);
    return drawn && isStaff ? sure.at({ pool, measure: drawn, year }) : undefined;
  };

/** Whether a figure lies in its interval, in a word; nothing where there is no interval. */
export const insideWord = (inside: boolean | undefined): string => (inside === undefined ? "" : inside ? "yes" : "no");

const HEADS = ["Scenario", "Date", "Pool", "Measure", "Observed", "Projected", "Difference", "In interval"];

/** Observed figures as a table of the page. */
export function observedTable(rows: readonly HeldAgainst[]): PageTable {
  const table = {
    caption:
      "Later figures, compared with what was projected for their day or year (difference: observed less projected)",
    columns: HEADS,
    rows: rows.map(cells),
  };
  return { title: "Later figures", table };
}

/** The same for a terminal, without the scenario, which is named before. */
export function observedText(rows: readonly HeldAgainst[]): string {
  const shown = rows.map((row) => cells({ ...row, pool: clippedTitle(row.pool, 20) }).slice(1));
  return columns([HEADS.slice(1), ...shown]);
}

function cells({ scenario, date, pool, measure, observed, projected, difference, inside }: HeldAgainst): string[] {
  return [
    scenario,
    date,
    pool,
    measure,
    figureOf(measure, observed),
    figureOf(measure, projected),
    signedOf(measure, difference),
    insideWord(inside) || NO_NUMBER,
  ];
}
