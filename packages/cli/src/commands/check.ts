import { dirname } from "node:path";
import { type CheckOutcome, run, runChecks } from "cadre";
import { readChecks, readScenario, readSystem } from "cadre/node";
import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { findChecks } from "../files/find-checks.ts";
import { DO_NOTHING, scenarioFile, scenarioFiles } from "../files/find-scenarios.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { percentage, significantNumber } from "../text/number.ts";

export function addCheck(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<paths...>", "checks files, or folders to look for checks.yaml in")
    .option("--failed", "print only the checks that fail")
    .option("--json", "print the answer as JSON")
    .action(async (paths: string[], { failed, json }: { failed?: boolean; json?: boolean }) => {
      const files = findChecks(paths);
      const said = json ? () => {} : terminal.out;
      const shown: (CheckOutcome & { readonly file: string })[] = [];
      let [passedCount, failedCount] = [0, 0];
      for (const file of files) {
        const checks = await readChecks(file);
        const system = await readSystem(checks.system);
        const folder = dirname(file);
        const ids = new Set(checks.checks.map(({ scenario }) => scenario));
        // Doing nothing needs no file; a scenario of any other name has to have one.
        const named = [...ids].filter((id) => id !== DO_NOTHING || scenarioFiles(folder).has(id));
        const scenarios = await Promise.all(named.map((id) => readScenario(scenarioFile(folder, id))));
        const results = scenarios.map((scenario, i) => run(system, { ...scenario, id: named[i] }));
        if (!named.includes(DO_NOTHING)) results.push(run(system));
        const outcomes = runChecks(checks, results);
        said(`${file} (${system.title})`);
        for (const note of checks.notes) said(wrappedText(`Note: ${note}`, "  "));
        for (const found of outcomes) {
          if (found.passed) passedCount++;
          else failedCount++;
          if (found.passed && failed) continue;
          shown.push({ file, ...found });
          said(lineOf(found));
        }
      }
      const where = files.length === 1 ? "" : ` in ${files.length} files`;
      if (json) terminal.out(JSON.stringify({ passed: passedCount, failed: failedCount, checks: shown }, null, 2));
      said(`\n${passedCount} passed, ${failedCount} failed${where}.`);
      if (failedCount > 0) outcome.exitCode = EXIT.checkFailed;
    });
}

function lineOf({ id, says, passed, value, percent, expected, place, source }: CheckOutcome): string {
  const number =
    value === undefined ? "cannot be worked out" : percent ? percentage(value, 3) : significantNumber(value);
  const lines = [
    `  ${passed ? "passed" : "FAILED"}  ${id}: ${number} (expected ${grouped(expected)})`,
    wrappedText(`${says}${source ? ` [${source}]` : ""}`, "          "),
  ];
  if (!passed) lines.push(`          see ${place}`);
  return lines.join("\n");
}

/** Whole numbers of a text with their thousands apart, as the value beside them has. */
const grouped = (text: string): string =>
  text.replace(/(?<![.\d])\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
