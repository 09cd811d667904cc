import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Scenario } from "cadre";
import { type Signpost, signposts } from "cadre/decide";
import { MEASURES } from "cadre/measures";
import { readObserved, startWorkers } from "cadre/node";
import { csvText } from "cadre/tables";
import type { Command } from "commander";
import { WORTH_THREADS } from "../draws.ts";
import { DO_NOTHING, placeFolder, scenarioFile } from "../files/find-scenarios.ts";
import { type PlaceRuns, runPlace } from "../files/place-scenarios.ts";
import { tellBroken } from "../files/remarks.ts";
import type { Outcome } from "../outcome.ts";
import { publishFile } from "../publish/publish-file.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { percentage, readableNumber } from "../text/number.ts";
import { count } from "../text/options.ts";

interface SignpostsOptions {
  readonly draws: number;
  readonly seed: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function addSignposts(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("<chosen>", "the plan that was chosen, by id")
    .argument("[others...]", "plans that it may be changed for, beside doing nothing; all of the folder when left out")
    .option("--draws <number>", "futures drawn from what is uncertain", count, 400)
    .option("--seed <word>", "another seed gives other draws", "1")
    .option("--out <file>", "write the rows as a table (CSV) with the columns of observed.csv")
    .option("--json", "print the answer as JSON")
    .action(async (place: string, chosen: string, others: string[], options: SignpostsOptions) => {
      const { draws, seed, out, json } = options;
      const tell = terminal.progress ?? (() => {});
      const workers = draws < WORTH_THREADS ? undefined : startWorkers();
      try {
        const folder = placeFolder(place);
        // The chosen one has to be there, even if all of the folder are read.
        if (chosen !== DO_NOTHING) scenarioFile(folder, chosen);
        const runs = await runPlace(folder, others.length > 0 ? [chosen, ...others] : [], tell);
        const rows = await signposts(runs.system, plansOf(runs, chosen), {
          ...{ draws, seed, progress: (done: number, all: number) => tell(`Futures: ${done} of ${all} …`) },
          ...(workers && { workers }),
        });
        tell("");
        const counted = await countedBeside(runs.file);
        const held = rows.map((row) => ({ ...row, ...passedBy(row, counted) }));
        const title = runs.results.find(({ id }) => id === chosen)?.title ?? chosen;
        terminal.out(json ? JSON.stringify(held, null, 2) : signpostsText(runs.system.title, title, held));
        if (out !== undefined) {
          await publishFile(out, csvText(HEADINGS, held.map(rowOf)));
          if (!json) terminal.out(`\nWritten to ${out}.`);
        }
        tellBroken(runs.broken, terminal, outcome);
      } finally {
        tell("");
        await workers?.close();
      }
    });
}

/** The chosen plan first, then whatever it may be changed for. */
function plansOf({ results }: PlaceRuns, chosen: string): Scenario[] {
  const scenarios = results.map(({ id, title, data }) => ({ ...data.resolved.scenario, id, title }));
  const nothing = chosen === DO_NOTHING ? scenarios[0]! : undefined;
  const first = nothing ?? scenarios.find(({ id }) => id === chosen)!;
  return [first, ...scenarios.filter((one) => one !== first)];
}

/** A signpost, and what was counted on its day, where anything was. */
interface Held extends Signpost {
  readonly observed?: number;
  /** Whether the figure lies beyond the value. */
  readonly passed?: boolean;
}

const countedBeside = async (systemFile: string) => {
  const path = join(dirname(systemFile), "observed.csv");
  return existsSync(path) ? (await readObserved(path)).figures : [];
};

function passedBy(
  { date, pool, measure, beyond, value }: Signpost,
  figures: Awaited<ReturnType<typeof countedBeside>>,
): Pick<Held, "observed" | "passed"> {
  const found = figures.find((one) => one.date === date && one.pool === pool && one.measure === measure);
  if (!found) return {};
  return { observed: found.value, passed: beyond === "above" ? found.value > value : found.value < value };
}

const HEADINGS = [
  "date",
  "pool",
  "measure",
  "value",
  "beyond",
  "better",
  "saves",
  "share",
  "observed",
  "passed",
] as const;
const rowOf = ({ better, observed, passed, ...row }: Held) => ({
  ...{ date: row.date, pool: row.pool, measure: row.measure, value: row.value, beyond: row.beyond },
  ...{ better: better.id, saves: row.saves, share: row.share, observed: observed ?? "" },
  passed: passed === undefined ? "" : passed ? "yes" : "no",
});

function signpostsText(place: string, chosen: string, rows: readonly Held[]): string {
  if (rows.length === 0)
    return wrappedText(
      `${place}. Chosen: “${chosen}”. No counted figure shows when another plan becomes better. Either one plan is better in every draw, or the figures do not show the difference.`,
    );
  const counted = rows.some(({ observed }) => observed !== undefined);
  return [
    wrappedText(
      `${place}. Chosen: “${chosen}”. If a figure passes its value, another plan has less shortage over all years:`,
    ),
    columns([
      ["Counted on", "figure", "value", "then better", "saves", "of draws", ...(counted ? ["counted"] : [])],
      ...rows.map((row) => [
        row.date,
        clippedTitle(`${MEASURES[row.measure].title} of ${row.pool}`, 30),
        `${row.beyond} ${readableNumber(row.value)}`,
        clippedTitle(row.better.title, 24),
        readableNumber(row.saves),
        percentage(row.share, 0),
        ...(counted ? [countedWords(row)] : []),
      ]),
    ]),
    wrappedText(
      "Saves: by how many full-time-equivalent years the other plan reduces the shortage, on average over the draws that pass the value. Of draws: how many draws pass it. Compare later figures with these rows.",
    ),
  ].join("\n");
}

const countedWords = ({ observed, passed }: Held): string =>
  observed === undefined ? "" : `${readableNumber(observed)}${passed ? ", passed" : ""}`;
