import type { Result, Scenario } from "cadre";
import { startWorkers } from "cadre/node";
import { type WorthMeasuring, worthMeasuring } from "cadre/uncertainty";
import type { Command } from "commander";
import { ASSUMED_PRICES, AssumedPrices } from "../assumed-prices.ts";
import { placeFolder } from "../files/find-scenarios.ts";
import { runPlace } from "../files/place-scenarios.ts";
import { tellBroken, warningsOf } from "../files/remarks.ts";
import { gainText, hasPrices } from "../gain-text.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { readableNumber } from "../text/number.ts";
import { anyNumber, count } from "../text/options.ts";

interface WorthOptions {
  readonly shortage: number;
  readonly draws?: number;
  readonly seed?: string;
  readonly assumedPrices?: boolean;
  readonly json?: boolean;
}

export function addWorth(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument(
      "[ids...]",
      "the scenarios to choose between, beside doing nothing; all plans of the folder when left out",
    )
    .requiredOption("--shortage <pounds>", "what one full-time equivalent short for a year costs the place", anyNumber)
    .option("--draws <number>", "how many draws to judge the choice by; 1000 when left out", count)
    .option("--seed <word>", "another seed gives other draws")
    .option("--assumed-prices", ASSUMED_PRICES)
    .option("--json", "print the answer as JSON")
    .action(
      async (
        place: string,
        ids: string[],
        { shortage, draws, seed = "1", json, assumedPrices: assume }: WorthOptions,
      ) => {
        const progress = terminal.progress ?? (() => {});
        const workers = startWorkers();
        try {
          const prices = new AssumedPrices(assume);
          const { system, results, broken } = await runPlace(placeFolder(place), ids, progress, prices.ready);
          // What is named is meant; of a whole folder only plans can be chosen, beside doing nothing.
          const options = results.filter(({ kind }, i) => i === 0 || ids.length > 0 || kind === "plan");
          const left = results.filter((result) => !options.includes(result));
          const scenarios = options.map(({ data }) => data.resolved.scenario);
          const found = await worthMeasuring(system, scenarios, {
            ...{ shortage, seed, workers, ...(draws && { draws }) },
            progress: (done, all) => progress(`Drawing: ${done} of ${all} …`),
          });
          progress("");
          const text = () => [
            worthText(results[0].system.title, found, shortage),
            ...gainWords(found, scenarios, results[0].last),
            ...prices.words(),
            ...unpricedWords(found),
            ...leftWords(left),
            ...warningsOf(options),
          ];
          const notOffered = left.map(({ id, title, kind }) => ({ id, title, kind }));
          const warnings = [...new Set(options.flatMap((result) => result.warnings))];
          terminal.out(json ? JSON.stringify({ ...found, notOffered, warnings }, null, 2) : text().join("\n"));
          tellBroken(broken, terminal, outcome);
        } finally {
          progress("");
          await workers.close();
        }
      },
    );
}

/** What each of those gained costs, under scenarios of which something has a price. */
function gainWords({ gains }: WorthMeasuring, scenarios: readonly Scenario[], last: number): string[] {
  const told = gainText(
    gains.filter((_, i) => hasPrices(scenarios[i + 1]!)),
    last,
  );
  return told.length > 0 ? ["", ...told] : [];
}

/** Scenarios of the folder that nobody can choose. */
function leftWords(left: readonly Result[]): string[] {
  if (left.length === 0) return [];
  const named = left.map(({ title, kind }) => `“${title}” (${kind})`).join(", ");
  return [
    "",
    wrappedText(
      `Not offered, because they are not plans: ${named}. A what-if that does something is offered if you name its id.`,
    ),
  ];
}

/** Actions whose price nobody has stated: the scenario that has them looks cheaper than it is. */
function unpricedWords({ unpriced }: WorthMeasuring): string[] {
  if (unpriced.length === 0) return [];
  const named = unpriced.map(({ title, actions }) => `“${title}”: ${actions.join(", ")}`).join(". ");
  return ["", wrappedText(`These have no stated price, so none is counted. They are not free: ${named}.`)];
}

const pounds = (value: number): string => `£${readableNumber(value)}`;

function worthText(title: string, { best, losses, perfect, rows }: WorthMeasuring, shortage: number): string {
  const useful = rows.filter(({ worth }) => worth >= 0.5);
  return [
    wrappedText(
      `${title}: which number to measure next. A full-time equivalent short for a year is taken to cost ${pounds(shortage)}.`,
    ),
    "",
    columns([
      ["Scenario, mean over all years", "Loss", "of it spent", "Pay, not counted"],
      ...losses.map(({ title: name, mean, spending, pay }) => [
        clippedTitle(name, 50),
        pounds(mean),
        pounds(spending),
        pounds(pay),
      ]),
    ]),
    "",
    wrappedText(
      "A loss is what shortages cost and what is spent: on interventions, courses, recruits, leavers and agency staff. Pay is shown separately and not counted, because it buys the work that a shortage leaves undone.",
    ),
    "",
    wrappedText(
      `With what is known now, “${best.title}” loses least. Knowing everything before choosing would be worth ${pounds(perfect)}.`,
    ),
    "",
    ...(useful.length === 0
      ? [wrappedText("Knowing any one of the numbers would not change the choice.")]
      : [
          columns([
            ["Uncertain number", "Worth knowing"],
            ...useful.map((row) => [clippedTitle(row.title, 60), pounds(row.worth)]),
          ]),
        ]),
    ...(useful.length > 0 && useful.length < rows.length
      ? [wrappedText(`The other ${rows.length - useful.length} would not change the choice.`)]
      : []),
  ].join("\n");
}
