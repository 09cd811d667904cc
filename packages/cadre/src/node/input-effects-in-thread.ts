import { type InputEffect, type InputEffectsOptions, inputEffects } from "../apart/input-effects.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { POOL_YEAR } from "../error/argument.ts";
import { checkArguments } from "../error/shape.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import type { EffectsAsked } from "./effects-thread.ts";
import { nodeThread } from "./node-thread.ts";

/** A thread takes longer to start than to try out so few inputs. */
const WORTH_A_THREAD = 200;

/**
 * How much each number of a system matters, as `inputEffects` says, while the program goes on with something else, such as
 * its charts: many inputs are tried out in a thread of Node. The numbers are the same to the last bit. Rejects with the
 * `CadreError` that `inputEffects` throws, and when the thread ends before it has answered.
 *
 * @example
 * ```ts
 * import { inputEffectsInThread, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const effects = inputEffectsInThread(england); // in FTE, an entry for each input
 * // … something else, then:
 * (await effects).find(({ parameter }) => parameter === "pools.social-care.headcount");
 * ```
 */
export async function inputEffectsInThread(
  system: System,
  scenario: Scenario = {},
  options: InputEffectsOptions = {},
): Promise<InputEffect[]> {
  checkArguments({ options }, { options: POOL_YEAR });
  const { pool = "all", year } = options;
  // What is wrong with what is asked is said at once, as the result says it.
  const result = run(system, scenario);
  result.at({ pool, measure: "gap", year: year ?? result.last });
  if (assumptionsOf(system).length < WORTH_A_THREAD) return inputEffects(system, scenario, options);
  const thread = nodeThread("effects-thread", { system, scenario, options } satisfies EffectsAsked);
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The thread that tries out inputs has ended without an answer.")));
  });
}
