import { pageWorkers, type Workers } from "cadre/workers";

/** The name by which a worker knows that it is to make draws. */
export const DRAWER_NAME = "drawer";

let script = (): string => self.location.href;

/** From now on the workers are started from this text, as in a page that was opened from a disk. */
export function startDrawersFrom(text: Blob): void {
  const address = URL.createObjectURL(text);
  script = () => address;
}

let pool: Workers | undefined;

/** Further workers that make draws, one for each processor; where there is only one, this worker makes them itself. */
export function drawWorkers(): Workers | undefined {
  const size = Math.min(MOST, navigator.hardwareConcurrency);
  if (size < 2) return undefined;
  const type = import.meta.env.DEV ? "module" : "classic";
  pool ??= pageWorkers(() => new Worker(script(), { name: DRAWER_NAME, type }), size);
  return pool;
}

/** More would wait for memory rather than for a processor. */
const MOST = 6;
