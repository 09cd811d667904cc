import { type CheckOutcome, run, runChecks } from "cadre";
import { readChecks, readSystem } from "cadre/node";
import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { findChecks } from "../files/find-checks.ts";
import type { Outcome } from "../main.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../text/columns.ts";
import { percentage, significant } from "../text/number.ts";

export function addCheck(program: Command, terminal: Terminal, outcome: Outcome): void {
  program
    .command("check")
    .description("Tests what experts say about a system against a run of it.")
    .argument("<paths...>", "checks files, or folders to look for checks.yaml in")
    .option("--failed", "print only the checks that fail")
    .action(async (paths: string[], { failed }: { failed?: boolean }) => {
      const files = findChecks(paths);
      let [passedCount, failedCount] = [0, 0];
      for (const file of files) {
        const checks = await readChecks(file);
        const system = await readSystem(checks.system);
        const outcomes = runChecks(checks, [run(system)]);
        terminal.out(`${file} (${system.title})`);
        for (const found of outcomes) {
          if (found.passed) passedCount++;
          else failedCount++;
          if (!found.passed || !failed) terminal.out(lineOf(found));
        }
      }
      const where = files.length === 1 ? "" : ` in ${files.length} files`;
      terminal.out(`\n${passedCount} passed, ${failedCount} failed${where}.`);
      if (failedCount > 0) outcome.exitCode = EXIT.checkFailed;
    });
}

function lineOf({ id, says, passed, value, percent, expected, place, source }: CheckOutcome): string {
  const number = percent ? percentage(value, 3) : significant(value);
  const lines = [
    `  ${passed ? "passed" : "FAILED"}  ${id}: ${number} (expected ${expected})`,
    wrapped(`${says}${source ? ` [${source}]` : ""}`, "          "),
  ];
  if (!passed) lines.push(`          see ${place}`);
  return lines.join("\n");
}
