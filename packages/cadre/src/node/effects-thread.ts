import { parentPort, workerData } from "node:worker_threads";
import { type InputEffectsOptions, inputEffects } from "../apart/input-effects.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { deepFreeze } from "../table/deep-freeze.ts";

/** What the thread is given. */
export interface EffectsAsked {
  readonly system: System;
  readonly scenario: Scenario;
  readonly options: InputEffectsOptions;
}

// The thread that `inputEffectsInThread` starts. A copy of a system is as frozen as the one that was read.
if (parentPort) {
  const { system, scenario, options } = deepFreeze(workerData as EffectsAsked);
  parentPort.postMessage(inputEffects(system, scenario, options));
}
