import { inputEffects } from "cadre";
import type { Assurance } from "cadre/assure";
import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { assuranceBeside, assuranceInputs, assuranceOfRuns } from "../files/assured.ts";
import { placeFolder, scenarioFiles } from "../files/find-scenarios.ts";
import { runPlace } from "../files/place-scenarios.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { day, today } from "../text/options.ts";

/** The scenario that a board decides about, by the name of its file. */
const PLAN = "plan";

interface AssureOptions {
  readonly out: string;
  readonly on: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export function addAssure(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("[ids...]", "the scenarios the record is about; the plan when left out")
    .requiredOption("--out <folder>", "where to write; files of an earlier run are replaced, others left alone")
    .option("--on <day>", "the day of the record, yyyy-mm-dd; today when left out", day, today())
    .option("--strict", "exit code 1 unless an approver has signed and nothing has changed or expired since")
    .option("--json", "print the answer as JSON")
    .action(async (place: string, ids: string[], { out, on, strict, json }: AssureOptions) => {
      const progress = terminal.progress ?? (() => {});
      try {
        const folder = placeFolder(place);
        const about = ids.length === 0 && scenarioFiles(folder).has(PLAN) ? [PLAN] : ids;
        const runs = await runPlace(folder, about, progress);
        const file = await assuranceBeside(runs.file);
        const { results, system } = runs;
        progress(`Trying out what each of ${results[0].assumptions.length} inputs does to the gap …`);
        const scenario = (results[1] ?? results[0]).data.resolved.scenario;
        const moved = inputEffects(system, scenario);
        const words = { name: "assure", path: folder, file: runs.file, before: about, after: ["--on", on] };
        const record = await assuranceOfRuns(runs, { file, on, effects: moved, acting: true });
        progress("Writing …");
        const inputs = [...runs.inputs, ...assuranceInputs(runs.file, file)];
        await writeRun(out, await filesOf(record), madeBy(results, { words, inputs, out }));
        progress("");
        terminal.out(json ? JSON.stringify(record, null, 2) : textOf(record, out));
        if (strict && (record.state !== "signed" || record.expired.length > 0)) outcome.exitCode = EXIT.checkFailed;
      } finally {
        progress("");
      }
    });
}

async function filesOf(record: Assurance): Promise<Map<string, string | Uint8Array>> {
  const { assurancePack, toMarkdown, toPage, toXlsx } = await import("@cadre/report");
  const { toPdf } = await import("@cadre/report/node");
  const pack = assurancePack(record);
  return new Map<string, string | Uint8Array>([
    ["assurance.md", toMarkdown(pack)],
    ["assurance.html", await toPage(pack)],
    ["assurance.pdf", await toPdf(pack)],
    ["assurance.xlsx", await toXlsx(pack)],
    ["assurance.json", `${JSON.stringify(asData(record), null, 2)}\n`],
  ]);
}

/** The record as data, with the scenarios by name in place of their results. */
function asData({ results, file, ...rest }: Assurance): object {
  const [{ system }] = results;
  const { places: _, file: _path, ...said } = file ?? { places: [] };
  return { cadre: 1, system, scenarios: results.map(({ id, title }) => ({ id, title })), ...said, ...rest };
}

/** So many of what is missing stand on the screen. */
const MOST = 8;

function changesOf({ by, on, inputs, answers }: NonNullable<Assurance["since"]>): string[] {
  const all = [...answers, ...inputs];
  const hidden = all.length - MOST;
  return [
    wrappedText(
      `Changed since ${by} signed on ${on}: ${counted(inputs.length, "input")}, ${counted(answers.length, "answer")}.`,
    ),
    ...all
      .slice(0, MOST)
      .map(({ what, was = "not there", is = "gone" }) => wrappedText(`${what}: ${was} → ${is}`, "  ")),
    ...(hidden > 0 ? [`  … and ${hidden} more, in assurance.md`] : []),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

function textOf({ results, state, missing, mark, signatures, expired, since }: Assurance, out: string): string {
  const hidden = missing.length - MOST;
  return [
    wrappedText(`${results[0].system.title}: assurance record, ${state}.`),
    ...(since ? changesOf(since) : []),
    ...(expired.length > 0 ? [wrappedText(`The next review is overdue: ${expired.join(", ")}.`)] : []),
    ...signatures.map((one) => wrappedText(`${one.by} (${one.as}), ${one.on}: ${one.state}.`, "  ")),
    "",
    missing.length === 0 ? "Nothing is missing." : `${missing.length} things are missing:`,
    ...missing
      .slice(0, MOST)
      .map(({ input, what }) => wrappedText(`${input === undefined ? "" : `${input}: `}${what}.`, "  ")),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    "",
    wrappedText("The mark below stands for every input and result. To sign, add it to assurance.yaml:"),
    `  signed: [ { by: …, as: approver, on: ${today()}, mark: ${mark.slice(0, 16)} } ]`,
    "",
    `Written to ${out}: assurance.md, .html, .pdf, .xlsx and .json, run.json.`,
  ].join("\n");
}
