import { type StaffDecision, type StaffingAnswer, type StaffingFile, type StaffStep, staffing } from "cadre/decide";
import { readStaffing } from "cadre/node";
import { csvText } from "cadre/tables";
import type { Command } from "commander";
import { publishFile } from "../publish/publish-file.ts";
import type { Terminal } from "../terminal.ts";
import { columns, wrappedText } from "../text/columns.ts";
import { readableNumber } from "../text/number.ts";

interface StaffingOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export function addStaffing(command: Command, terminal: Terminal): void {
  command
    .argument("<file>", "a staffing file: pools with staff, need and shares who leave, and what each decision costs")
    .option("--out <file>", "write the decisions as a table (CSV)")
    .option("--json", "print the answer as JSON")
    .action(async (file: string, { out, json }: StaffingOptions) => {
      const asked = await readStaffing(file);
      const answer = await staffing(asked.question);
      terminal.out(json ? JSON.stringify(answer, null, 2) : staffingText(asked, answer));
      if (out === undefined) return;
      await publishFile(out, csvText(HEADINGS, answer.steps.map(rowOf)));
      if (!json) terminal.out(`\nWritten to ${out}.`);
    });
}

const HEADINGS = ["year", "decision", "pool", "to", "heads", "pounds"] as const;
const rowOf = ({ year, decision, pool, to = "", heads, pounds }: StaffStep) => ({
  ...{ year, decision, pool, to, heads, pounds },
});

const WORDS: Readonly<Record<StaffDecision, string>> = {
  recruits: "Recruit",
  retraining: "Retrain",
  downgrading: "Downgrade",
  redundancy: "Make redundant",
  shortTime: "Put on short time",
  above: "Keep above need",
  empty: "Leave posts empty",
};
const pounds = (value: number): string => `£${readableNumber(value)}`;

function staffingText({ title, question }: StaffingFile, answer: StaffingAnswer): string {
  const { years, least } = question;
  const lines = new Map<string, number[]>();
  for (const { decision, pool, to, year, heads } of answer.steps) {
    const name = `${WORDS[decision]}: ${pool}${to === undefined ? "" : ` to ${to}`}`;
    const row = lines.get(name) ?? years.map(() => 0);
    row[years.indexOf(year)]! += heads;
    lines.set(name, row);
  }
  const heads = (row: readonly number[]) =>
    row.map((value) => (value > 0 ? readableNumber(value, value < 0.1 ? 2 : 1) : ""));
  const staff = Object.entries(answer.staff).map(([pool, row]) => [`Staff: ${pool}`, ...heads(row)]);
  return [
    wrappedText(`${title}. ${heading(answer, least)}`),
    columns([
      ["", ...years.map(String)],
      ...[...lines].map(([name, row]) => [name, ...heads(row)]),
      ...staff,
      ["Money", ...answer.money.map(pounds)],
    ]),
    wrappedText(`It costs ${pounds(answer.total)} in all. Heads are not whole numbers; round them.`),
  ].join("\n");
}

/** What was found, and what need is missed by. */
function heading(answer: StaffingAnswer, least: "cost" | StaffDecision): string {
  if (answer.kind === "plan")
    return least === "cost"
      ? "The least costly way to meet need, proven:"
      : `${WORDS[least]} as few as possible (${readableNumber(answer.value, 1)} in all), and the least costly of such plans:`;
  const missed = answer.misses.map(({ pool, year, short, over }) =>
    short > 0
      ? `${pool} are ${readableNumber(short, 1)} short in ${year}`
      : `${pool} are ${readableNumber(over, 1)} above need in ${year}, which the file does not allow`,
  );
  return `Need cannot be met within the limits. The plan that misses the fewest posts: ${missed.join("; ")}.`;
}
