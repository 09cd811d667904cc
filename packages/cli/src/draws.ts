import { chanceWords, drawsAgree, noRangeWords } from "@cadre/charts";
import { type Ensemble, ensembles, type PoolMeasure, type Sampling, type Scenario, type System } from "cadre";
import { startWorkers } from "cadre/node";
import { type Command, InvalidArgumentError, Option } from "commander";
import { SEED } from "./files/run-record.ts";
import { employersAndAll, milestones } from "./summary.ts";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { headOf } from "./text/measure.ts";
import { readableNumber } from "./text/number.ts";
import { count } from "./text/options.ts";

/** How a command draws what is not known exactly. */
export interface DrawOptions {
  readonly draws?: number;
  readonly seed?: string;
  readonly sampling?: Sampling;
  readonly noise?: boolean;
  readonly workers?: number;
}

/** The options of a command that draws. */
export function addDrawOptions(command: Command): Command {
  return command
    .option("--draws <number>", "draw everything uncertain this many times, and say how sure each number is", count)
    .option("--seed <word>", `another seed gives other draws; ${SEED} when left out`)
    .addOption(
      new Option("--sampling <how>", "how draws are spread").choices(["monte-carlo", "latin-hypercube", "sobol"]),
    )
    .option("--noise", "leave each career to chance as well, which matters for small pools")
    .option("--workers <number>", "threads that share the draws; all cores when left out", threads);
}

/** The options as words of the command that repeats a run. */
export function drawWords({ draws = 0, seed, sampling, noise }: DrawOptions): string[] {
  if (draws === 0) return [];
  return [
    "--draws",
    String(draws),
    ...(seed === undefined ? [] : ["--seed", seed]),
    ...(sampling === undefined ? [] : ["--sampling", sampling]),
    ...(noise ? ["--noise"] : []),
  ];
}

/** Below this a thread takes longer to start than the draws take. */
export const WORTH_THREADS = 100;

/** Draws scenarios of a system together; undefined when no draws are asked for. */
export async function drawnScenarios(
  system: System,
  scenarios: readonly Scenario[],
  { draws = 0, seed = String(SEED), sampling, noise = false, workers: size }: DrawOptions,
  measures: readonly PoolMeasure[] | undefined,
  progress: (text: string) => void,
): Promise<Ensemble[] | undefined> {
  if (draws === 0) return undefined;
  const workers = size === 1 || draws < WORTH_THREADS ? undefined : startWorkers(size === undefined ? {} : { size });
  try {
    return await ensembles(system, scenarios, {
      draws,
      seed,
      noise,
      ...(sampling && { sampling }),
      ...(measures && { measures }),
      ...(workers && { workers }),
      progress: (done, all) => progress(`Drawing what is not known exactly: ${done} of ${all} …`),
    });
  } finally {
    await workers?.close();
  }
}

/** The gap of each employer and of all staff, with the middle eight of ten draws, and the chance of no shortage. */
export function spreadText(sure: Ensemble): string {
  const years = milestones(sure.central).slice(1);
  const rows = [[`${headOf(sure.central, "all", "gap")}, 8 of 10 draws`, ...years.map(String)]];
  for (const { id, title } of employersAndAll(sure.central)) {
    const at = (year: number) => sure.at({ pool: id, measure: "gap", year });
    const range = (year: number) =>
      drawsAgree(at(year)) ? "–" : `${readableNumber(at(year).p10)} to ${readableNumber(at(year).p90)}`;
    rows.push([clippedTitle(title, 36), ...years.map(range)]);
  }
  const chances = years.map((year) =>
    drawsAgree(sure.at({ measure: "gap", year })) ? "–" : chanceWords(sure.chance({ measure: "gap", year, atMost: 0 })),
  );
  const none = rows.some((row) => row.includes("–")) || chances.includes("–") ? ` –: ${noRangeWords()}` : "";
  rows.push(["Chance of no shortage, all staff", ...chances]);
  const refused =
    sure.refused > 0
      ? ` In ${sure.refused} of them the numbers drawn contradicted each other; the central run replaces these.`
      : "";
  const holds = sure.noise
    ? "They cover what is not known exactly and the chance of individual careers."
    : "They cover what is not known exactly, not the chance of individual careers (--noise).";
  const drawnOf = `${sure.uncertain.length} uncertain ${sure.uncertain.length === 1 ? "number" : "numbers"}`;
  return [columns(rows), wrappedText(`${sure.draws} draws of ${drawnOf}. ${holds}${refused}${none}`)].join("\n");
}

function threads(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("A whole number up to 99, such as 2.");
  return Number(text);
}
