import { type WorthMeasuring, worthMeasuring } from "cadre";
import { startWorkers } from "cadre/node";
import type { Command } from "commander";
import { placeFolder } from "../files/find-scenarios.ts";
import { runPlace } from "../files/place-scenarios.ts";
import type { Terminal } from "../terminal.ts";
import { clipped, columns, wrapped } from "../text/columns.ts";
import { readable } from "../text/number.ts";
import { anyNumber, count } from "../text/options.ts";

interface WorthOptions {
  readonly shortage: number;
  readonly draws?: number;
  readonly seed?: string;
}

export function addWorth(program: Command, terminal: Terminal): void {
  program
    .command("worth")
    .description("Says which number it would pay most to measure before choosing between scenarios.")
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("[ids...]", "the scenarios to choose between, beside doing nothing; all of the folder when left out")
    .requiredOption("--shortage <pounds>", "what one full-time equivalent short for a year costs the place", anyNumber)
    .option("--draws <number>", "draws that the choice is judged by; 1000 when left out", count)
    .option("--seed <word>", "another seed gives other draws")
    .action(async (place: string, ids: string[], { shortage, draws, seed = "1" }: WorthOptions) => {
      const progress = terminal.progress ?? (() => {});
      const workers = startWorkers();
      try {
        const { system, results } = await runPlace(placeFolder(place), ids, progress);
        const scenarios = results.map(({ data }) => data.resolved.scenario);
        const found = await worthMeasuring(system, scenarios, {
          ...{ shortage, seed, workers, ...(draws && { draws }) },
          progress: (done, all) => progress(`Drawing: ${done} of ${all} …`),
        });
        progress("");
        terminal.out(worthText(results[0]!.system.title, found, shortage));
      } finally {
        progress("");
        await workers.close();
      }
    });
}

const pounds = (value: number): string => `£${readable(value)}`;

function worthText(title: string, { best, losses, perfect, rows }: WorthMeasuring, shortage: number): string {
  const useful = rows.filter(({ worth }) => worth >= 0.5);
  return [
    wrapped(
      `${title}: which number to measure next. A full-time equivalent short for a year is taken to cost ${pounds(shortage)}.`,
    ),
    "",
    columns([
      ["Scenario", "Mean loss over all years"],
      ...losses.map(({ title: name, mean }) => [clipped(name, 50), pounds(mean)]),
    ]),
    "",
    wrapped(
      `As things are known now, “${best.title}” loses least. To know everything before choosing would be worth ${pounds(perfect)}.`,
    ),
    "",
    ...(useful.length === 0
      ? [wrapped("To know any one of the numbers would not change the choice.")]
      : [
          columns([
            ["Uncertain number", "Worth knowing"],
            ...useful.map((row) => [clipped(row.title, 60), pounds(row.worth)]),
          ]),
        ]),
    ...(useful.length > 0 && useful.length < rows.length
      ? [wrapped(`The other ${rows.length - useful.length} would not change the choice.`)]
      : []),
  ].join("\n");
}
