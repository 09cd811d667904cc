import type { PoolMeasure, Scenario, System } from "cadre";
import type { TornadoBar, WorthMeasuring } from "cadre/uncertainty";
import { onceInACell } from "./once-in-a-cell.ts";
import type { ProgressLine } from "./progress-line.ts";
import { readerReaches } from "./reached.ts";
import { inPlainWords } from "./uncertain-names.ts";
import { ask } from "./work/ask.ts";

/** What each uncertain number does to one answer by itself, worked out in workers; the widest bar first. */
export const tornadoInWorkers = async (
  system: System,
  scenario: Scenario | undefined,
  query: { pool?: string; measure?: PoolMeasure; year?: number } = {},
): Promise<TornadoBar[]> => inPlainWords(await ask("tornado", system, { ...(scenario && { scenario }), ...query }));

/** A slider that moves on within so long has nothing worked out for where it was. */
const PAUSE = 150;

let asked = 0;

/**
 * What it would be worth to know each uncertain number before choosing between scenarios, worked out in workers. As the
 * value of a cell it is there when it is done, which begins when a reader has come to its line; when the cell runs again, what was going on is stopped.
 */
export function worthInWorkers(
  system: System,
  scenarios: readonly Scenario[],
  how: { shortage: number; draws?: number; seed?: number; going: ProgressLine },
): AsyncIterator<WorthMeasuring> {
  const { going, ...given } = how;
  asked += 1;
  const name = `worth ${asked}`;
  return onceInACell(PAUSE, new AbortController(), async (signal) => {
    await readerReaches([going], signal);
    signal.throwIfAborted();
    const more = { signal, name, progress: going.tell };
    const found = await ask("worthMeasuring", system, { scenarios, ...given }, more);
    return { ...found, rows: inPlainWords(found.rows) };
  });
}
