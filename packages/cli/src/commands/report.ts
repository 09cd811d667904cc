import type { BoardPack, Publication } from "@cadre/report";
import { type Decomposition, decompose, type Ensemble, ensembles, inputEffects, type Result } from "cadre";
import { startWorkers } from "cadre/node";
import { planOf } from "cadre/results";
import type { Command } from "commander";
import { assuranceBeside, assuranceInputs, assuranceOfRuns } from "../files/assured.ts";
import { boardDecision } from "../files/board-decision.ts";
import { boardFile, boardPictures } from "../files/board-files.ts";
import { placeFolder } from "../files/find-scenarios.ts";
import { type PlaceRuns, runPlace } from "../files/place-scenarios.ts";
import { tellBroken, warningsOf } from "../files/remarks.ts";
import { madeBy, SEED } from "../files/run-record.ts";
import { refuseExisting, type Target, targetOf, writeTarget } from "../files/targets.ts";
import { writeRun } from "../files/write-run.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { anyNumber, count, day, today, wholeYear } from "../text/options.ts";

interface ReportOptions {
  readonly to: readonly string[];
  readonly pool: string;
  readonly year?: number;
  readonly draws?: number;
  readonly seed: number;
  readonly target?: number;
  readonly replace?: boolean;
  readonly madeBy?: string;
  readonly contact?: string;
  readonly licence?: string;
  readonly on: string;
}

export function addReport(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument(
      "[ids...]",
      "scenarios by id, the pack is about the first that is a plan; all of the folder when left out",
    )
    .requiredOption(
      "--to <file>",
      "a .pptx, .xlsx, .ods, .pdf or .html file, or a folder for the charts; may be given several times",
      (path: string, before: readonly string[] = []) => [...before, path],
    )
    .option("--pool <id>", "a pool, sector:…, employer:… or level:…", "all")
    .option("--year <year>", "the year that the titles describe; the last one when left out", wholeYear)
    .option("--draws <number>", "draws that say how sure the gap is, such as 1000", count)
    .option("--seed <number>", "where the draws begin; the same seed gives the same draws", count, SEED)
    .option("--target <fte>", "the largest gap that meets the aim; 0 when left out", anyNumber)
    .option("--on <day>", "the day on which signatures have to hold; today when left out", day, today())
    .option("--made-by <name>", "who made it, for the cover of a workbook: the organisation or team")
    .option("--contact <address>", "whom to ask about it, for the cover of a workbook")
    .option("--licence <words>", "under which terms others may use it, for the cover of a workbook")
    .option("--replace", "replace an existing file")
    .action(async (place: string, ids: string[], options: ReportOptions) => {
      const progress = terminal.progress ?? (() => {});
      try {
        const targets = options.to.map(targetOf);
        for (const target of targets) refuseExisting(target, options.replace === true);
        const folder = placeFolder(place);
        const runs = await runPlace(folder, ids, progress);
        const said = await writeBoard(runs, { folder, ids, targets, options, progress });
        terminal.out([said, ...warningsOf(runs.results)].join("\n"));
        tellBroken(runs.broken, terminal, outcome);
      } finally {
        progress("");
      }
    });
}

/** The board pack that was asked for, and where it is to be written. */
interface BoardRequest {
  readonly folder: string;
  readonly ids: readonly string[];
  readonly targets: readonly Target[];
  readonly options: ReportOptions;
  readonly progress: (text: string) => void;
}

/** Makes the pack and writes it to every target, and returns what to say about it. */
async function writeBoard(runs: PlaceRuns, asked: BoardRequest): Promise<string> {
  const { folder, ids, targets, options, progress } = asked;
  const { pool, year } = options;
  const { results, system } = runs;
  const [first] = results;
  const plan = planOf(results);
  // A pool or year that is not there is told before the long part begins.
  first.at({ pool, measure: "gap", year: year ?? first.base });
  const decomposition = takenApart(first, plan, options, progress);
  progress(`Trying out what each of ${first.assumptions.length} inputs does to the gap …`);
  const moved = inputEffects(system, plan?.data.resolved.scenario, { pool, ...(year !== undefined && { year }) });
  const sure = options.draws === undefined ? [] : await drawsOf(runs, options.draws, options.seed, progress);
  const { draws = 0, seed, target } = options;
  const about = { pool, year: year ?? first.last, target, draws, seed, progress };
  const decision = draws === 0 ? {} : await boardDecision(system, results, about);
  const file = await assuranceBeside(runs.file);
  const assurance = file && (await assuranceOfRuns(runs, { file, on: options.on, effects: moved, acting: false }));
  const madeFor = (written: readonly Target[]) => {
    const words = {
      name: "report",
      path: folder,
      file: runs.file,
      before: ids,
      after: [...wordsOf(options), ...(file || written.some(isDated) ? ["--on", options.on] : [])],
      option: "--to",
    };
    const out = written.map(({ path }) => path);
    const inputs = file ? [...runs.inputs, ...assuranceInputs(runs.file, file)] : runs.inputs;
    return madeBy(results, { words, inputs, out, draws, seed });
  };
  const { boardPack } = await import("@cadre/report");
  const { record, inputs } = madeFor(targets);
  const { command, versions } = record;
  const pack = boardPack(results, {
    pool,
    ...(year !== undefined && { year }),
    ...(decomposition && { decomposition }),
    effects: moved,
    ensembles: sure,
    ...decision,
    ...(assurance && { assurance }),
    ...(target !== undefined && { target }),
    repeat: { command, versions, inputs },
  });
  // All is made before anything is written.
  const made: (() => Promise<unknown>)[] = [];
  for (const target of targets) {
    progress(`Making ${target.path} …`);
    if (target.kind === "folder") {
      const files = await boardPictures(pack);
      made.push(() => writeRun(target.path, files, madeFor([target])));
    } else {
      const content = await boardFile(pack, target.kind, publicationOf(options));
      made.push(() => writeTarget(target.path, content));
    }
  }
  for (const write of made) await write();
  progress("");
  const lacking = targets.some(({ kind }) => kind === "pdf") ? await lettersLacking(pack) : "";
  return [
    ...(lacking === "" ? [] : [wrappedText(`Warning: ${lacking}`), ""]),
    wrappedText(`${pack.pages[0]!.title}.`),
    "",
    ...targets.map(
      ({ path, kind }) => `Written: ${path}${kind === "folder" ? " (charts as SVG and PNG, charts.csv)" : ""}`,
    ),
  ].join("\n");
}

/** Who answers for a workbook, as its cover says it. The day is that of the pack. */
const publicationOf = ({ madeBy: by, contact, licence, on }: ReportOptions): Publication => ({
  madeBy: by,
  contact,
  licence,
  date: inWords(on),
});

/** Whether a target bears the day. */
const isDated = ({ kind }: Target): boolean => kind === "xlsx" || kind === "ods";

/** A day as people read it: "3 May 2026". */
const inWords = (on: string): string =>
  new Date(`${on}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** Which letters the PDF of a pack cannot show; the library that writes PDF is loaded only now. */
async function lettersLacking(pack: BoardPack): Promise<string> {
  const { lettersSentence, lettersWithout } = await import("@cadre/report/node");
  return lettersSentence(lettersWithout(pack));
}

/** What each intervention of the plan adds; nothing when it has none. */
function takenApart(
  first: Result,
  plan: Result | undefined,
  { pool, year }: ReportOptions,
  progress: (text: string) => void,
): Decomposition | undefined {
  const count = plan?.data.resolved.scenario.interventions?.length ?? 0;
  if (!plan || count === 0) return undefined;
  progress(`Taking ${count} interventions apart; this runs the model many times …`);
  return decompose(first, plan, { pool, ...(year !== undefined && { year }) });
}

/** Draws of the first scenario and of the plan, the same ones for both, made on every core. */
async function drawsOf(
  { system, results }: PlaceRuns,
  draws: number,
  seed: number,
  progress: (text: string) => void,
): Promise<Ensemble[]> {
  const plan = planOf(results);
  const scenarios = [results[0], ...(plan ? [plan] : [])].map(({ data }) => data.resolved.scenario);
  const workers = startWorkers();
  try {
    return await ensembles(system, scenarios, {
      draws,
      seed,
      workers,
      progress: (done, all) => progress(`Draw ${done} of ${all} …`),
    });
  } finally {
    await workers.close();
  }
}

function wordsOf({ pool, year, draws, seed, target, madeBy: by, contact, licence }: ReportOptions): string[] {
  return [
    ...(pool === "all" ? [] : ["--pool", pool]),
    ...(year === undefined ? [] : ["--year", String(year)]),
    ...(draws === undefined ? [] : ["--draws", String(draws)]),
    ...(seed === SEED ? [] : ["--seed", String(seed)]),
    ...(target === undefined ? [] : ["--target", String(target)]),
    ...(by === undefined ? [] : ["--made-by", by]),
    ...(contact === undefined ? [] : ["--contact", contact]),
    ...(licence === undefined ? [] : ["--licence", licence]),
  ];
}
