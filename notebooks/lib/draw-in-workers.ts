import type { Ensemble, PoolMeasure, Scenario, System } from "cadre";
import { openEnsemble } from "cadre/uncertainty";
import type { ProgressLine } from "./progress-line.ts";
import { readerReaches } from "./reached.ts";
import { ask } from "./work/ask.ts";

/** How draws are made and shown. */
export interface DrawOptions {
  /** How many in the end; 1,000 when left out. */
  draws?: number;
  seed?: number;
  noise?: boolean;
  measures?: readonly PoolMeasure[];
  /** Lines of the page that say how many of how many draws there are; the draws are made once a reader has come there. */
  going?: readonly ProgressLine[];
}

/** So many draws are shown first. */
const FIRST = 100;
/** A slider that moves on within so long draws nothing for where it was. */
const PAUSE = 150;

let asked = 0;

/** What draws need to keep for a fan of the gap and of supply and demand. */
const MEASURES: readonly PoolMeasure[] = ["headcount", "supply", "demand", "gap"];

/**
 * Draws scenarios in workers, all with the same draws, and gives their ensembles twice: first of 100 draws, soon, then
 * of all. As the value of a cell it is each of these in turn; when the cell runs again, what was going on is stopped.
 */
export function drawInWorkers(
  system: System,
  scenarios: readonly (Scenario | undefined)[],
  { draws = 1000, seed = 1, noise = false, measures = MEASURES, going = [] }: DrawOptions = {},
): AsyncIterator<Ensemble[]> {
  const stop = new AbortController();
  const steps = draws > FIRST ? [FIRST, draws] : [draws];
  const [first] = steps;
  const given = { scenarios: scenarios.map((scenario) => scenario ?? {}), seed, noise, measures };
  asked += 1;
  const asking = asked;
  const end = { done: true as const, value: undefined };
  const tell = (done: number) => {
    if (!stop.signal.aborted) for (const line of going) line.tell(done, draws);
  };
  return {
    async next() {
      const count = steps.shift();
      if (count === undefined || stop.signal.aborted) return end;
      if (count === first) {
        if (going.length > 0) await readerReaches(going, stop.signal);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      if (stop.signal.aborted) return end;
      try {
        const found = await ask(
          "ensembles",
          system,
          { ...given, draws: count },
          { signal: stop.signal, progress: tell, name: `draws ${asking}` },
        );
        return { done: false, value: found.map(openEnsemble) };
      } catch (error) {
        // What is no longer wanted has no value, and nobody waits for it.
        if (stop.signal.aborted) return end;
        throw error;
      }
    },
    async return() {
      // No line is to go on saying how far draws are that nobody wants any more.
      tell(draws);
      stop.abort();
      return end;
    },
  };
}
