import { type GridLine, type StressAnswer, stress, type Target } from "cadre/decide";
import { measureNamed, POOL_MEASURES } from "cadre/measures";
import { startWorkers } from "cadre/node";
import type { Command } from "commander";
import { WORTH_THREADS } from "../draws.ts";
import { placeFolder } from "../files/find-scenarios.ts";
import { runPlace } from "../files/place-scenarios.ts";
import { tellBroken, warningsOf } from "../files/remarks.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { gridLine, target } from "../text/lever.ts";
import { percentage, readableNumber } from "../text/number.ts";
import { count, wholeYear, words } from "../text/options.ts";

interface StressOptions {
  readonly draws?: number;
  readonly seed?: string;
  readonly futures?: readonly string[];
  readonly grid?: readonly GridLine[];
  readonly pool: string;
  readonly measure: string;
  readonly target?: string;
  readonly of?: "today" | "unchanged";
  readonly by?: number;
  readonly json?: boolean;
}

export function addStress(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("[ids...]", "the plans, beside doing nothing; all scenarios of the folder when left out")
    .option("--draws <number>", "futures drawn from what is uncertain; 200 when left out", count)
    .option("--seed <word>", "another seed gives other draws")
    .option("--futures <ids>", "scenarios of the folder as futures instead, with commas between", words)
    .option(
      "--grid <text>",
      "values of a change as futures instead, such as “recruitment.effort, from=2021, multiply=90%/100%”",
      (text: string, before: readonly GridLine[] = []) => [...before, gridLine(text)],
    )
    .option("--pool <id>", "the pool or group of the target", "all")
    .option("--measure <name>", "the measure of the target", "gap")
    .option("--target <number>", "what the measure is to be: 0, 50%, <=100, >=5000")
    .option("--of <what>", "the target is a share of `today` or of `unchanged`")
    .option("--by <year>", "the year of the target; the last one when left out", wholeYear)
    .option("--json", "print the answer as JSON")
    .action(async (place: string, ids: string[], options: StressOptions) => {
      const tell = terminal.progress ?? (() => {});
      const { draws = 200, seed = "1", futures, grid } = options;
      const workers = futures || grid || draws < WORTH_THREADS ? undefined : startWorkers();
      try {
        const folder = placeFolder(place);
        const { system, results, broken } = await runPlace(folder, ids, tell);
        const named = futures && (await runPlace(folder, futures, tell)).results.slice(1);
        const wanted = targetOf(options, results[0].last);
        const found = await stress(
          system,
          results.map(({ data }) => data.resolved.scenario),
          {
            ...{ draws, seed, progress: (done: number, all: number) => tell(`Futures: ${done} of ${all} …`) },
            ...(workers && { workers }),
            ...(named && {
              futures: [{ id: "as-it-is", title: "As it is" }, ...named.map(({ data }) => data.resolved.scenario)],
            }),
            ...(grid && { grid }),
            ...(wanted && { target: wanted }),
          },
        );
        tell("");
        // Programs read JSON and nothing beside it.
        const said = [stressText(system.title, found), ...warningsOf(results)].join("\n");
        terminal.out(options.json ? json(found) : said);
        tellBroken(broken, terminal, outcome);
      } finally {
        tell("");
        await workers?.close();
      }
    });
}

function targetOf({ target: text, measure: named, pool, of, by }: StressOptions, last: number): Target | undefined {
  if (text === undefined) return undefined;
  const measure = measureNamed(named, POOL_MEASURES);
  return { pool, measure, year: by ?? last, ...target(text, measure), ...(of && { of }) };
}

const json = (found: StressAnswer): string =>
  JSON.stringify(found, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value), 2);

function stressText(title: string, { futures, plans, leastRegret, hangsOn }: StressAnswer): string {
  const withTarget = plans.some(({ meets }) => meets !== undefined);
  const rows = plans.map((plan) => [
    clippedTitle(plan.title, 34),
    readableNumber(plan.mean),
    readableNumber(plan.worstTenth),
    readableNumber(plan.meanRegret),
    readableNumber(plan.worstRegret),
    ...(withTarget ? [percentage(plan.meets ?? 0, 0)] : []),
  ]);
  const titleOf = (id: string) => plans.find((plan) => plan.id === id)?.title ?? id;
  const hangs = hangsOn
    .slice(0, 3)
    .map((one) => `“${one.title}”: if low, “${titleOf(one.low)}”; if high, “${titleOf(one.high)}”.`);
  return [
    wrappedText(`${title}: ${plans.length} plans in ${futures.length} futures. Full-time-equivalent years short.`),
    columns([["", "mean", "worst tenth", "mean regret", "worst", ...(withTarget ? ["meets"] : [])], ...rows]),
    wrappedText(`Least worst regret: “${leastRegret.title}”.`),
    ...(hangs.length > 0
      ? [
          wrappedText("Which plan is best on average depends on these numbers:"),
          ...hangs.map((line) => wrappedText(line)),
        ]
      : []),
    ...plans.flatMap((plan) => (plan.breaks ? [wrappedText(`What breaks “${plan.title}”: ${plan.breaks.words}`)] : [])),
  ].join("\n");
}
