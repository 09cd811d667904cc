import { Command } from "commander";
import { COMMANDS } from "./commands.ts";
import { EXIT, report } from "./failure.ts";
import type { Outcome } from "./outcome.ts";
import { plainTerminal, type Terminal } from "./terminal.ts";
import { versions } from "./versions.ts";

/** Runs one command line and returns its exit code; it prints only to the terminal it is given. */
export async function main(words: readonly string[], screen: Terminal): Promise<number> {
  const terminal = plainTerminal(screen);
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
  try {
    for (const { name, does, load } of COMMANDS) {
      const command = program.command(name).description(does);
      // The library and the drawings take longer to load than to list what can be done.
      if (words.includes(name)) (await load())(command, terminal, outcome, again);
    }
    await program.parseAsync([...words], { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    return await report(error, terminal, program.opts<{ debug?: boolean }>().debug === true);
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
  const { CadreError } = await import("cadre");
  throw new CadreError({
    code: "not-repeated",
    message: `The command of this run ended with an error. ${said.trim()}`,
    value: words[0],
    rule: "A run that was written can be made again.",
    fix: "See whether the run was made by another version of Cadre (cadre verify).",
  });
}
