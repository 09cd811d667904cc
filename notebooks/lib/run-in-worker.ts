import type { Result, Scenario, System } from "cadre";
import { openResult } from "cadre/results";
import { towardsAnswer } from "./paced.ts";
import { ask } from "./work/ask.ts";

/**
 * Runs a system under a scenario in a worker and gives the result, as `run` of the library does. While a run is going
 * on, a later one of a scenario with the same id takes the place of one that still waits.
 */
export async function runInWorker(system: System, scenario?: Scenario): Promise<Result> {
  return openResult(await towardsAnswer(ask("run", system, { ...(scenario && { scenario }) })));
}
