import { CadreError, type Problem, type Result, type System } from "cadre";
import { runInWorker } from "./run-in-worker.ts";
import { askOfTexts } from "./work/ask-of-texts.ts";

/** The text of a system file and the tables opened with it, by name. */
export interface SystemText {
  readonly text: string;
  readonly file: string;
  readonly tables: Readonly<Record<string, string>>;
}

/** A system read from text and run, and what is wrong with the text. */
export interface ReadSystem {
  /** Of the last text that could be run. */
  readonly system: System;
  readonly result: Result;
  readonly problems: readonly Problem[];
  /** What the text before it came to, where there was one. */
  readonly before?: Result;
}

let last: Pick<ReadSystem, "system" | "result"> | undefined;

/** Reads a system file and runs it, both in a worker. `texts` are schedules and tables that it may name, by path. */
export async function runText(
  { text, file, tables }: SystemText,
  texts: Readonly<Record<string, string>>,
): Promise<ReadSystem> {
  try {
    const system = await askOfTexts("read", { text, file, texts: { ...tables, ...texts } });
    const before = last?.result;
    last = { system, result: await runInWorker(system) };
    return { ...last, problems: [], ...(before && { before }) };
  } catch (error) {
    if (!(error instanceof CadreError) || last === undefined) throw error;
    return { ...last, problems: [error, ...error.others] };
  }
}
