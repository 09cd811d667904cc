import type { Scenario, System } from "cadre";
import { type LeverRange, type SolvedDraws, type SolveQuestion, solve, solveDraws } from "cadre/decide";
import { measureNamed, POOL_MEASURES } from "cadre/measures";
import { type Command, Option } from "commander";
import { DO_NOTHING, placeFolder } from "../files/find-scenarios.ts";
import { runPlace } from "../files/place-scenarios.ts";
import { warningsOf } from "../files/remarks.ts";
import { solutionText } from "../solution-text.ts";
import type { Terminal } from "../terminal.ts";
import { lever, target } from "../text/lever.ts";
import { count, wholeYear } from "../text/options.ts";

interface SolveOptions {
  readonly lever: readonly LeverRange[];
  readonly pool?: readonly string[];
  readonly measure: string;
  readonly target?: readonly string[];
  readonly of?: "today" | "unchanged";
  readonly by?: number;
  readonly draws?: number;
  readonly seed?: string;
  readonly json?: boolean;
}

const list = <T>(one: T, before: readonly T[] = []): readonly T[] => [...before, one];

export function addSolve(command: Command, terminal: Terminal): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("[scenario]", "what is done anyway", DO_NOTHING)
    .requiredOption(
      "--lever <text>",
      "what may be moved, such as “leaving.rate, pool=care, from=2021, multiply=50%..100%”; add “whole” for whole numbers; once for each target",
      (text: string, before: readonly LeverRange[] | undefined) => list(lever(text), before),
    )
    .option("--pool <id>", "a pool, sector:…, employer:… or level:…; all staff when left out", list<string>)
    .option("--measure <name>", "a measure of the results", "gap")
    .option("--target <number>", "what the measure is to be: 0 (when left out), 50%, <=100, >=5000", list<string>)
    .addOption(
      new Option(
        "--of <what>",
        "the target is a share of what the measure is today, or would be if nothing changes",
      ).choices(["today", "unchanged"]),
    )
    .option("--by <year>", "the year of the target; the last one when left out", wholeYear)
    .option("--draws <number>", "how many draws of what is uncertain, to say how certain the answer is", count)
    .option("--seed <word>", "another seed gives other draws")
    .option("--json", "print the answer as JSON")
    .action(async (place: string, id: string, options: SolveOptions) => {
      const progress = terminal.progress ?? (() => {});
      try {
        const { system, results } = await runPlace(placeFolder(place), [id], progress);
        const { scenario } = results[results.length - 1]!.data.resolved;
        const question = questionOf(scenario, options, results[0].last);
        progress("Trying values out …");
        const answer = solve(system, question);
        const sure = await sureOf(system, question, options, progress);
        progress("");
        const said = sure ? { ...answer, draws: { ...sure, needed: [...sure.needed] } } : answer;
        terminal.out(
          options.json
            ? JSON.stringify(said, null, 2)
            : [
                solutionText(system.title, question.levers.map(describe), answer, sure),
                ...warningsOf(results.slice(-1)),
              ].join("\n"),
        );
      } finally {
        progress("");
      }
    });
}

function questionOf(scenario: Scenario, options: SolveOptions, last: number): SolveQuestion {
  const { of, by: year = last, lever: levers } = options;
  const measure = measureNamed(options.measure, POOL_MEASURES);
  const targets = levers.map((_, i) => {
    const pool = options.pool?.[i] ?? options.pool?.[0] ?? "all";
    const text = options.target?.[i] ?? options.target?.[0] ?? "0";
    return { pool, measure, year, ...target(text, measure), ...(of && { of }) };
  });
  return { scenario, levers, targets };
}

function sureOf(
  system: System,
  question: SolveQuestion,
  { draws, seed = "1" }: SolveOptions,
  progress: (text: string) => void,
): Promise<SolvedDraws> | undefined {
  if (draws === undefined) return undefined;
  return solveDraws(system, question, {
    ...{ draws, seed },
    progress: (done, all) => progress(`Drawing what is not known exactly: ${done} of ${all} …`),
  });
}

/** A lever in a few words. */
function describe({ parameter, where = {}, from }: LeverRange): string {
  const about = Object.values(where).filter((value) => value !== undefined);
  return `${parameter}${about.length > 0 ? ` of ${about.join(", ")}` : ""}${from === undefined ? "" : ` from ${from}`}`;
}
