import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { slug } from "@cadre/sources";
import type { System } from "cadre";
import type { Backtest, HeldInput, Score } from "cadre/backtest";
import { backtest, backtestRates, RATE_SPREADS } from "cadre/backtest";
import { type InputFile, readSeries, readSystemOrScenario, startWorkers } from "cadre/node";
import type { Command } from "commander";
import { backtestTable, backtestText } from "../backtest-text.ts";
import { WORTH_THREADS } from "../draws.ts";
import { backtestCsv, forecastsCsv } from "../files/backtest-csv.ts";
import { type Drawing, drawnFiles } from "../files/drawings.ts";
import { placeFolder } from "../files/find-scenarios.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { count, wholeNumbers, words, years } from "../text/options.ts";

interface BacktestCommandOptions {
  readonly origins?: number[];
  readonly horizons?: number[];
  readonly hold?: string[];
  readonly reference?: string;
  readonly country?: boolean;
  readonly readAfter?: number;
  readonly draws?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** What was tested, and what it was read from. */
interface Tested {
  readonly tested: Backtest;
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly inputs: readonly InputFile[];
  /** What pools are called. */
  readonly names: ReadonlyMap<string, string>;
}

const SERIES = "series.csv";

export function addBacktest(command: Command, terminal: Terminal): void {
  command
    .argument("<place>", "a folder with system.yaml and series.csv, or a series file of leaving rates alone")
    .option(
      "--origins <years>",
      "years to start from, as 2012..2018 or 2012,2015; all that are possible when left out",
      years,
    )
    .option("--horizons <years>", "years ahead; 1,3,5 when left out", wholeNumbers)
    .option(
      "--hold <inputs>",
      "use recruits, population or inputs as they turned out (scores are then conditional)",
      words,
    )
    .option("--reference <pool>", "the pool of the series that leaving rates are drawn toward")
    .option("--country", "the leaving rates are for a whole country, where the level changes from year to year")
    .option("--read-after <months>", "months from an origin to the day the projection was made; 9 when left out", count)
    .option("--draws <number>", "how many draws for each origin; 500 when left out", count)
    .option("--out <folder>", "write tables, pictures and a page there")
    .option("--json", "print the answer as JSON")
    .action(async (place: string, options: BacktestCommandOptions) => {
      const progress = terminal.progress ?? (() => {});
      try {
        const found = await tested(place, options, progress);
        if (options.out !== undefined) await write(found, place, options, options.out);
        progress("");
        const { scores, held, notes } = found.tested;
        if (options.json) return terminal.out(JSON.stringify({ scores, held, notes }, null, 2));
        terminal.out(
          [
            wrappedText(`${found.title}: how good projections would have been, with what was known then.`),
            "",
            backtestText(found.tested),
            ...(options.out === undefined ? [] : writtenText(options.out)),
          ].join("\n"),
        );
      } finally {
        progress("");
      }
    });
}

async function tested(
  place: string,
  options: BacktestCommandOptions,
  progress: (text: string) => void,
): Promise<Tested> {
  const { origins, horizons, reference, country, readAfter, draws, hold } = options;
  const common = {
    ...(origins && { origins }),
    ...(horizons && { horizons }),
    ...(reference !== undefined && { reference }),
    ...(readAfter !== undefined && { readAfter }),
    ...(country && { spread: RATE_SPREADS.leavingOfCountry }),
  };
  if (existsSync(place) && statSync(place).isFile()) {
    const series = await readSeries(place);
    const id = basename(place).replace(/\.csv$/, "");
    const inputs = [inputFile(place)];
    return { tested: backtestRates(series, common), id, title: id, place: id, inputs, names: new Map() };
  }
  const folder = placeFolder(place);
  const file = join(folder, "system.yaml");
  const [{ system, inputs }, series] = [await readSystemOrScenario(file), await readSeries(join(folder, SERIES))];
  const workers = (draws ?? WORTH_THREADS) < WORTH_THREADS ? undefined : startWorkers();
  try {
    const found = await backtest(system, series, {
      ...common,
      ...(hold && { hold: hold as HeldInput[] }),
      ...(draws && { draws }),
      ...(workers && { workers }),
      progress: (done, all) => progress(`Drawing what was not known: ${done} of ${all} …`),
    });
    const names = new Map(Object.entries(system.pools).map(([id, { title }]) => [id, title]));
    const read = [...inputs, inputFile(join(folder, SERIES))];
    return { tested: found, id: system.id, title: system.title, place: system.place, inputs: read, names };
  } finally {
    await workers?.close();
  }
}

const inputFile = (path: string): InputFile => ({
  path,
  sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
});

async function write(found: Tested, place: string, options: BacktestCommandOptions, out: string): Promise<void> {
  const { tested, id, title, inputs, names } = found;
  const { backtestChart } = await import("@cadre/charts");
  const pictures = new Map(tested.forecasts.map(({ pool, measure }) => [`${pool}|${measure}`, { pool, measure }]));
  const drawings = [...pictures.values()].map(({ pool, measure }): Drawing => {
    const name = names.get(pool);
    const own = tested.forecasts.filter((one) => one.pool === pool && one.measure === measure);
    const editions = [...new Set(own.map(({ vintage }) => vintage))];
    const source = `Source: the figures of the series (${editions.join(", ")}).`;
    return {
      name: slug(`backtest ${pool} ${measure}`),
      draw: (width) =>
        backtestChart(tested, { pool, measure, source, ...(name !== undefined && { name }), ...(width && { width }) }),
    };
  });
  const intro = "Projections of the past, each with what was known when it could have been made, beside what came.";
  const drawn = await drawnFiles([], [backtestTable(tested), ...drawings], { title, intro });
  const files = new Map<string, string>([
    ["backtest.csv", backtestCsv(tested)],
    ["forecasts.csv", forecastsCsv(tested)],
    ...drawn,
  ]);
  const scores = tested.scores.filter(({ horizon }) => horizon === "all").map(testedBy);
  const result = { id: "backtest", system: { id, title, place: found.place, tested: scores }, warnings: tested.notes };
  const made = madeBy([result], {
    words: { name: "backtest", path: place, after: wordsOf(options), ...(inputs[0] && { file: inputs[0].path }) },
    inputs,
    out,
  });
  await writeRun(out, files, made);
}

/** A score as the record of a run says it. */
function testedBy({ pool, measure, calibration, skill, pairs }: Score): System["tested"][number] {
  const { persistence } = skill;
  return {
    what: `${measure} of ${pool}`,
    calibration,
    ...(persistence !== undefined && {
      skill: { value: persistence, unit: "share", written: String(persistence), kind: "assumption" },
    }),
    pairs,
  };
}

const writtenText = (out: string): string[] => [
  "",
  wrappedText(`Written to ${out}: backtest.csv, forecasts.csv, charts, run.json.`),
  `Open ${join(out, "report.html")} in a browser.`,
];

function wordsOf({ origins, horizons, hold, reference, country, readAfter, draws }: BacktestCommandOptions): string[] {
  const option = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [name, String(value)];
  return [
    ...option("--origins", origins?.join(",")),
    ...option("--horizons", horizons?.join(",")),
    ...option("--hold", hold?.join(",")),
    ...option("--reference", reference),
    ...(country ? ["--country"] : []),
    ...option("--read-after", readAfter),
    ...option("--draws", draws),
  ];
}
