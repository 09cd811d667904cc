import type { Decomposition, PoolMeasure, Scenario, System } from "cadre";
import { ask } from "./work/ask.ts";

/** What each intervention adds to the difference between two scenarios, worked out in a worker: some seconds for ten. */
export const decomposeInWorker = (
  system: System,
  before: Scenario,
  after: Scenario,
  query: { pool?: string; measure?: PoolMeasure; year?: number } = {},
): Promise<Decomposition> => ask("decompose", system, { before, after, ...query });
