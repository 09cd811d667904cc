import { dirname, join, relative, resolve } from "node:path";
import { CadreError, type Scenario, type System } from "cadre";
import {
  costOfGain,
  type FrontierPoint,
  frontier,
  type GainCost,
  type GainOptions,
  type PlanAnswer,
  type PlanFile,
  portfolio,
} from "cadre/decide";
import { readPlan, startWorkers } from "cadre/node";
import { scenarioText } from "cadre/scenarios";
import type { Command } from "commander";
import { ASSUMED_PRICES } from "../assumed-prices.ts";
import { WORTH_THREADS } from "../draws.ts";
import { gainText } from "../gain-text.ts";
import { publishFile } from "../publish/publish-file.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { percentage, readableNumber } from "../text/number.ts";
import { amounts, count } from "../text/options.ts";

interface PlanOptions {
  readonly assumedPrices?: boolean;
  readonly draws?: number;
  readonly frontier?: readonly number[];
  readonly out?: string;
  readonly json?: boolean;
}

export function addPlan(command: Command, terminal: Terminal): void {
  command
    .argument("<file>", "a plan file: what may be done, at what price, and what is wanted")
    .option("--frontier <sums>", "the best plan for each of these sums in all, such as 0,500000,1000000", amounts)
    .option("--assumed-prices", ASSUMED_PRICES)
    .option("--draws <number>", "how many draws, to say how certain the cost of each one gained is", count)
    .option("--out <file>", "write the plan as a scenario file")
    .option("--json", "print the answer as JSON")
    .action(async (file: string, { frontier: sums, out, json, assumedPrices, draws = 0 }: PlanOptions) => {
      const tell = terminal.progress ?? (() => {});
      const stop = stoppable(() => tell("Stopping; the best plan so far …"));
      const { plan, system } = await readPlan(file);
      const question = { ...plan.question, ...(assumedPrices && { assumedPrices }) };
      const { objective } = question;
      const drawsMany = (objective.least === "risk" ? (objective.draws ?? 200) : draws) >= WORTH_THREADS;
      const workers = drawsMany ? startWorkers() : undefined;
      const search = {
        signal: stop.signal,
        ...(workers && { workers }),
        progress: (runs: number) => tell(`Looking for a plan: ${runs} runs … (Ctrl-C gives the best so far)`),
        drawn: (done: number, all: number) => tell(`Draws of the best plans: ${done} of ${all} …`),
      };
      try {
        const points = sums && (await frontier(system, question, sums, search));
        const answer = points?.at(-1)?.answer ?? (await portfolio(system, question, search));
        const gains = await gainsOf(system, question, answer, {
          ...{ draws, signal: stop.signal },
          progress: (done: number, all: number) => tell(`What a gain costs: ${done} of ${all} draws …`),
          ...(workers && { workers }),
        });
        tell("");
        if (json) terminal.out(JSON.stringify(points ?? { ...answer, gains }, null, 2));
        else {
          const last = answer.money.at(-1)!.year;
          terminal.out(
            points ? frontierText(plan, points) : [planText(plan, answer), ...gainText(gains, last)].join("\n"),
          );
        }
        if (out !== undefined) {
          await publishFile(out, scenarioText(scenarioOf(plan, file, answer.scenario, out)));
          if (!json) terminal.out(`\nWritten to ${out}.`);
        }
      } finally {
        tell("");
        stop.end();
        await workers?.close();
      }
    });
}

/** What each of those costs whom a plan gains beside doing nothing, at the plan's own prices. */
async function gainsOf(
  system: System,
  { scenario = {}, counting = ["cost.interventions"] }: PlanFile["question"],
  { parts, scenario: chosen }: PlanAnswer,
  making: Omit<GainOptions, "counting">,
): Promise<GainCost[]> {
  if (parts.length === 0) return [];
  const { file: _, ...before } = scenario;
  const plans = [{ ...before, id: "nothing" }, chosen];
  const { signal } = making;
  // Whoever stops the draws still gets what the central run says.
  const central = () => costOfGain(system, plans, { counting });
  if (signal?.aborted) return central();
  return costOfGain(system, plans, { ...making, counting }).catch((error: unknown) => {
    if (signal?.aborted) return central();
    throw error;
  });
}

/** Ctrl-C ends a search with the best plan so far; pressed again, it ends the command. */
function stoppable(told: () => void) {
  const stop = new AbortController();
  const once = () => {
    told();
    stop.abort();
  };
  process.once("SIGINT", once);
  return { signal: stop.signal, end: () => process.off("SIGINT", once) };
}

/** The plan as a scenario of its own, whose system is found from where it is written. */
function scenarioOf(plan: PlanFile, file: string, scenario: Scenario, out: string): Scenario {
  if (!/\.ya?ml$/.test(out))
    throw new CadreError({
      code: "not-a-scenario-file",
      message: "A scenario is written to a YAML file.",
      value: out,
      rule: "--out names a file that ends in .yaml.",
      fix: "Write --out chosen.yaml, for example.",
    });
  const system = relative(dirname(resolve(out)), resolve(join(dirname(file), plan.system)));
  return { ...scenario, id: plan.id, title: plan.title, system: system.startsWith(".") ? system : `./${system}` };
}

const pounds = (value: number): string => `£${readableNumber(value)}`;
const KINDS: Readonly<Record<PlanAnswer["kind"], string>> = {
  plan: "The plan:",
  "not-needed": "No plan is needed: if nothing is done, nothing is short or the target is met.",
  "nothing-helps": "Nothing to choose.",
  "cannot-be-met": "The target cannot be met. The nearest plan:",
};

function planText({ title }: PlanFile, answer: PlanAnswer): string {
  const { parts, goal, value, unchanged, total, totalLow, money, withoutPrice, bound, complete, runs, sure } = answer;
  const { assumedPrices } = answer;
  const said = (of: number) => {
    if (goal === "risk") return `${percentage(1 - of, 0)} of draws`;
    return goal === "cost"
      ? pounds(of)
      : `${readableNumber(of, 1)} FTE${goal === "shortage" ? "-years short" : " missing"}`;
  };
  const rows = parts.map((part) => [
    clippedTitle(part.title, 40),
    String(part.from),
    percentage(part.reach, 0),
    pounds(part.perYear),
    pounds(part.once),
  ]);
  const most = Math.max(0, ...money.map((one) => one.pounds));
  const range = total - totalLow >= 0.5 ? ` (${pounds(totalLow)} at the lower ends of its prices)` : "";
  return [
    wrappedText(`${title}. ${KINDS[answer.kind]}`),
    ...("because" in answer ? [wrappedText(answer.because)] : []),
    ...(rows.length > 0 ? [columns([["", "from", "reach", "a year", "once"], ...rows])] : []),
    ...(sure
      ? [
          wrappedText(
            `The target is met in ${said(value)} (${sure.draws}), instead of ${said(unchanged)} if nothing is done.`,
          ),
        ]
      : []),
    ...(sure?.breaks ? [wrappedText(`What would break it: ${sure.breaks.words}`)] : []),
    ...(goal === "cost" || sure
      ? []
      : [wrappedText(`${said(value)}, instead of ${said(unchanged)} if nothing is done.`)]),
    wrappedText(`It costs ${pounds(total)} in all${range}, and at most ${pounds(most)} in a year.`),
    wrappedText(
      complete
        ? `No plan within the limits is expected to do better (${runs} runs).`
        : `The search ${answer.stopped ? "was stopped" : "ended"} after ${runs} runs. ${boundText(answer, said(bound))}`,
    ),
    ...(assumedPrices.length > 0
      ? [wrappedText(`Prices that are assumptions of the catalogue, not published: ${assumedPrices.join("; ")}.`)]
      : []),
    ...(withoutPrice.length > 0
      ? [
          wrappedText(
            `Not planned, because nobody has given a price (which does not mean free): ${withoutPrice.join("; ")}.`,
          ),
        ]
      : []),
  ].join("\n");
}

function boundText({ stopped, goal, bound }: PlanAnswer, said: string): string {
  if (stopped) return "This is the best plan so far; there may be a better one.";
  return goal === "risk" || !Number.isFinite(bound)
    ? "The plans nearest to the target were run over all draws. It is not proven that no other plan meets the target in more draws."
    : `No plan is expected below ${said}.`;
}

function frontierText({ title }: PlanFile, points: readonly FrontierPoint[]): string {
  const rows = points.map(({ budget, answer, step }) => [
    pounds(budget),
    pounds(answer.total),
    readableNumber(answer.value, 1),
    step ? pounds(step.poundsEach) : "",
    String(answer.parts.length),
  ]);
  return [
    wrappedText(`${title}. The best plan for each sum; every one was run.`),
    columns([["Budget in all", "spent", "FTE-years short", "each one less", "parts"], ...rows]),
  ].join("\n");
}
