import { type PoolMeasure, type Result, run } from "cadre";
import { measureNamed, POOL_MEASURES } from "cadre/measures";
import { readSystemOrScenario, startWorkers } from "cadre/node";
import { csvText } from "cadre/tables";
import {
  type ElementaryEffect,
  type SobolIndex,
  screening,
  sobolIndices,
  type TornadoBar,
  tornado,
} from "cadre/uncertainty";
import { type Command, Option } from "commander";
import { drawnFiles } from "../files/drawings.ts";
import { warningsOf } from "../files/remarks.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { figureOf, headOf } from "../text/measure.ts";
import { percentage, significantNumber } from "../text/number.ts";
import { count, wholeYear } from "../text/options.ts";

type Method = "tornado" | "screening" | "sobol";

interface SensitivityOptions {
  readonly method: Method;
  readonly pool: string;
  readonly measure: string;
  readonly year?: number;
  readonly draws?: number;
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** What a method found: a table for people and one for programs. */
interface Found {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly explained: string;
  /** `sensitivity.csv`. */
  readonly csv: string;
  readonly bars?: readonly TornadoBar[];
  /** What the library returns. */
  readonly numbers: readonly (TornadoBar | ElementaryEffect | SobolIndex)[];
}

export function addSensitivity(command: Command, terminal: Terminal): void {
  command
    .argument("<file>", "a system or scenario file")
    .addOption(
      new Option("--method <name>", "one at a time, elementary effects, or shares of the variance")
        .choices(["tornado", "screening", "sobol"])
        .default("tornado"),
    )
    .option("--pool <id>", "a pool, sector:…, employer:… or level:…", "all")
    .option("--measure <name>", "a measure of the results", "gap")
    .option("--year <year>", "a calendar year in which a model year ends; the last one when left out", wholeYear)
    .option("--draws <number>", "trajectories of screening (20), rows of sobol (256)", count)
    .option("--seed <word>", "another seed gives other draws")
    .option("--out <folder>", "write sensitivity.csv there, and for tornado a chart")
    .option("--json", "print the answer as JSON")
    .action(async (file: string, options: SensitivityOptions) => {
      const progress = terminal.progress ?? (() => {});
      const workers = startWorkers();
      try {
        const { system, scenario = {}, inputs } = await readSystemOrScenario(file);
        const result = run(system, scenario);
        const { method, pool, draws, seed = "1", out } = options;
        const measure = measureNamed(options.measure, POOL_MEASURES);
        const year = options.year ?? result.last;
        const asked = {
          ...{ pool, measure, year, workers },
          progress: (done: number, all: number) => progress(`Trying numbers out: ${done} of ${all} runs …`),
        };
        const found =
          method === "tornado"
            ? ofTornado(await tornado(system, scenario, asked), measure)
            : method === "screening"
              ? ofScreening(
                  await screening(system, scenario, { ...asked, seed, ...(draws && { trajectories: draws }) }),
                  measure,
                )
              : ofSobol(await sobolIndices(system, scenario, { ...asked, seed, ...(draws && { draws }) }));
        if (out !== undefined) {
          const files = await filesOf(found, result, { pool, measure, year });
          const words = { name: "sensitivity", path: file, after: wordsOf(options) };
          await writeRun(out, files, madeBy([result], { words, inputs, out, draws: draws ?? 0, seed }));
        }
        progress("");
        if (options.json)
          return terminal.out(JSON.stringify({ method, pool, measure, year, numbers: found.numbers }, null, 2));
        const about = `${result.system.title}: ${headOf(result, pool, measure)} of ${pool === "all" ? "all staff" : pool} in ${year}. ${result.title}.`;
        terminal.out(
          [
            wrappedText(about),
            "",
            columns([found.heads, ...found.rows]),
            "",
            wrappedText(found.explained),
            ...warningsOf([result]),
          ].join("\n"),
        );
        if (out !== undefined)
          terminal.out(`\nWritten to ${out}: sensitivity.csv, run.json${found.bars ? ", charts" : ""}.`);
      } finally {
        progress("");
        await workers.close();
      }
    });
}

const NAME = 44;

function ofTornado(bars: readonly TornadoBar[], measure: PoolMeasure): Found {
  const figure = (value: number) => figureOf(measure, value, 2);
  const shown = (at: number | string) => (typeof at === "number" ? significantNumber(at) : at);
  const both = (at: number | string, given: number | string) =>
    at === given ? shown(at) : `${shown(at)} (file: ${shown(given)})`;
  const widened = bars.some(({ atLow, atHigh, givenLow, givenHigh }) => atLow !== givenLow || atHigh !== givenHigh);
  return {
    heads: ["Uncertain number", "at its p10", "at its p90", "result, low", "result, high", "moves it by"],
    rows: bars.map(({ title, low, high, atLow, atHigh, givenLow, givenHigh }) => [
      clippedTitle(title, NAME),
      ...[both(atLow, givenLow), both(atHigh, givenHigh), figure(low), figure(high), figure(high - low)],
    ]),
    explained:
      "One number at a time, all others at their median. What numbers do together is not shown; --method sobol shows it." +
      (widened
        ? " If evidence is weak, a wider range than in the file is used before the effect is reduced; both ranges are shown."
        : ""),
    csv: csvText(["id", "title", "from", "atLow", "atHigh", "givenLow", "givenHigh", "low", "high", "central"], bars),
    bars,
    numbers: bars,
  };
}

function ofScreening(effects: readonly ElementaryEffect[], measure: PoolMeasure): Found {
  const figure = (value: number) => figureOf(measure, value, 2);
  return {
    heads: ["Uncertain number", "mean size of effect", "mean effect", "spread"],
    rows: effects.map(({ title, meanAbsolute, mean, sd }) => [
      clippedTitle(title, NAME),
      ...[figure(meanAbsolute), figure(mean), figure(sd)],
    ]),
    explained:
      "How much the result changes when a number goes through its whole range, with the others at many values. A large spread means that the effect depends on the others.",
    csv: csvText(["id", "title", "from", "meanAbsolute", "mean", "sd"], effects),
    numbers: effects,
  };
}

function ofSobol(indices: readonly SobolIndex[]): Found {
  const share = ({ value, low, high }: SobolIndex["first"]) =>
    `${percentage(Math.max(0, value), 0)} (${percentage(Math.max(0, low), 0)} to ${percentage(Math.max(0, high), 0)})`;
  return {
    heads: ["Uncertain number", "by itself", "with others"],
    rows: indices.map(({ title, first, total }) => [clippedTitle(title, NAME), share(first), share(total)]),
    explained:
      "Shares of the variance of the result, with 95% intervals: what would go away if the number were known, and everything that the number is part of.",
    csv: csvText(
      ["id", "title", "from", "first", "firstLow", "firstHigh", "total", "totalLow", "totalHigh"],
      indices.map(({ id, title, from, first, total }) => ({
        ...{ id, title, from, first: first.value, firstLow: first.low, firstHigh: first.high },
        ...{ total: total.value, totalLow: total.low, totalHigh: total.high },
      })),
    ),
    numbers: indices,
  };
}

async function filesOf(
  { csv, bars }: Found,
  result: Result,
  { pool, measure, year }: { pool: string; measure: PoolMeasure; year: number },
): Promise<Map<string, string>> {
  const files = new Map([["sensitivity.csv", csv]]);
  if (!bars) return files;
  const { tornadoChart } = await import("@cadre/charts");
  const draw = (width?: number) => tornadoChart(bars, { result, pool, measure, year, width });
  const title = `${result.system.title}: what matters most`;
  const drawn = await drawnFiles([result], [{ name: "tornado", draw }], { title, intro: result.title });
  return new Map([...files, ...drawn]);
}

function wordsOf({ method, pool, measure, year, draws, seed }: SensitivityOptions): string[] {
  return [
    ...(method === "tornado" ? [] : ["--method", method]),
    ...(pool === "all" ? [] : ["--pool", pool]),
    ...(measure === "gap" ? [] : ["--measure", measure]),
    ...(year === undefined ? [] : ["--year", String(year)]),
    ...(draws === undefined ? [] : ["--draws", String(draws)]),
    ...(seed === undefined ? [] : ["--seed", seed]),
  ];
}
