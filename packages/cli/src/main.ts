import { CadreError } from "cadre";
import { Command } from "commander";
import { addAssure } from "./commands/assure.ts";
import { addBacktest } from "./commands/backtest.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addDecompose } from "./commands/decompose.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/import.ts";
import { addInterventions } from "./commands/interventions.ts";
import { addNew } from "./commands/new.ts";
import { addPlan } from "./commands/plan.ts";
import { addReport } from "./commands/report.ts";
import { addReproduce } from "./commands/reproduce.ts";
import { addRun } from "./commands/run.ts";
import { addSchema } from "./commands/schema.ts";
import { addSensitivity } from "./commands/sensitivity.ts";
import { addSolve } from "./commands/solve.ts";
import { addStress } from "./commands/stress.ts";
import { addVerify } from "./commands/verify.ts";
import { addWorth } from "./commands/worth.ts";
import { EXIT, report } from "./failure.ts";
import type { Outcome } from "./outcome.ts";
import { plain, type Terminal } from "./terminal.ts";
import { versions } from "./versions.ts";

/** Runs one command line and returns its exit code; it prints only to the terminal it is given. */
export async function main(words: readonly string[], screen: Terminal): Promise<number> {
  const terminal = plain(screen);
  const outcome: Outcome = { exitCode: EXIT.fine };
  const program = new Command("cadre")
    .description("Workforce supply and demand from YAML files, for planners in health and social care.")
    .version(versions().cli)
    .option("--debug", "show where in the program an unexpected error arose")
    // Each way of importing has options of the same names.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .showSuggestionAfterError()
    .showHelpAfterError("Add --help to see what is possible.")
    .addHelpText(
      "after",
      "\nExit codes: 0 fine, 1 a check fails or a scenario of a folder is left out,\n2 bad input (then nothing is written).",
    );
  for (const add of [
    addRun,
    addCompare,
    addDecompose,
    addReport,
    addSensitivity,
    addWorth,
    addSolve,
    addPlan,
    addStress,
    addBacktest,
    addCheck,
    addExplain,
    addInterventions,
    addNew,
    addImport,
    addExport,
    addSchema,
    addAssure,
    addVerify,
  ])
    add(program, terminal, outcome);
  addReproduce(program, terminal, outcome, again);
  try {
    await program.parseAsync([...words], { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    return report(error, terminal, program.opts<{ debug?: boolean }>().debug === true);
  }
}

/** Runs words of a command line without a word said; what it says of a failure becomes the error. */
async function again(words: readonly string[]): Promise<void> {
  let said = "";
  const code = await main(words, {
    out: () => {},
    err: (text) => {
      said += `${text}\n`;
    },
  });
  if (code === EXIT.fine) return;
  throw new CadreError({
    code: "not-repeated",
    message: `The command of this run ended with an error. ${said.trim()}`,
    value: words[0],
    rule: "A run that was written can be made again.",
    fix: "See whether the run was made by another version of Cadre (cadre verify).",
  });
}
