import { CadreError, type Result, type Scenario, type System } from "cadre";
import { runInWorker } from "./run-in-worker.ts";

/** A run, or what stands in the way and the last run before it. */
export interface RunOrProblem {
  readonly result: Result;
  readonly scenario: Scenario;
  readonly problem?: string;
}

let last: { system: System; ran: RunOrProblem } | undefined;

/**
 * Runs a scenario that a reader has put together. Where its parts contradict each other, gives the last one that could
 * be run, or else what is there without it, and says what is wrong.
 */
export async function runOrSay(
  system: System,
  scenario: Scenario,
  without: Omit<RunOrProblem, "problem">,
): Promise<RunOrProblem> {
  try {
    const ran = { result: await runInWorker(system, scenario), scenario };
    last = { system, ran };
    return ran;
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    const problem = [error.summary, error.value, error.rule, error.fix].filter(Boolean).join(" ");
    return { ...(last?.system === system ? last.ran : without), problem };
  }
}
