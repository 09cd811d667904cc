import type { Measure, Scenario, System, TornadoBar, WorthMeasuring } from "cadre";
import { ask } from "./work/ask.ts";

/** What each uncertain number does to one answer by itself, worked out in workers; the widest bar first. */
export const tornadoInWorkers = (
  system: System,
  scenario: Scenario | undefined,
  query: { pool?: string; measure?: Measure; year?: number } = {},
): Promise<TornadoBar[]> => ask("tornado", system, { ...(scenario && { scenario }), ...query });

/** What it would be worth to know each uncertain number before choosing between scenarios, worked out in workers. */
export const worthInWorkers = (
  system: System,
  scenarios: readonly Scenario[],
  how: { shortage: number; draws?: number; progress?: (done: number, of: number) => void },
): Promise<WorthMeasuring> => {
  const { progress, ...given } = how;
  return ask("worthMeasuring", system, { scenarios, ...given }, { ...(progress && { progress }) });
};
