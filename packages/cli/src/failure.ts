import { CommanderError } from "commander";
import type { Terminal } from "./terminal.ts";

/** What a command ends with. */
export const EXIT = { fine: 0, checkFailed: 1, badInput: 2, internal: 3 } as const;

const MOST_SHOWN = 10;

/** Says what went wrong and returns the exit code that goes with it. */
export async function report(error: unknown, terminal: Terminal, debug: boolean): Promise<number> {
  // Commander has by then printed the help that was asked for, or said what is wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
  const { CadreError } = await import("cadre");
  if (error instanceof CadreError) {
    terminal.err(error.message);
    for (const other of error.others.slice(0, MOST_SHOWN)) terminal.err(`\n${new CadreError(other).message}`);
    const hidden = error.others.length - MOST_SHOWN;
    if (hidden > 0) terminal.err(`\n… and ${hidden} more.`);
    return EXIT.badInput;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(`Cadre itself failed, which is a fault of the program and not of your files: ${message}`);
  terminal.err(debug && error instanceof Error ? (error.stack ?? "") : "Add --debug to see where.");
  return EXIT.internal;
}
