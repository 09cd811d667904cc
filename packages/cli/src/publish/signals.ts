const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Thrown where a publication may still be given up after a signal. */
export class Interrupted extends Error {}

/**
 * Does something that a signal does not end in the middle: what has begun is finished or taken back, and then the process
 * ends as the signal wished. `stopped` throws where nothing has begun yet.
 */
export async function heldSignals<T>(work: (stopped: () => void) => Promise<T>): Promise<T> {
  let came: keyof typeof SIGNALS | undefined;
  const hold = (signal: NodeJS.Signals) => {
    came ??= signal as keyof typeof SIGNALS;
  };
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const name of names) process.on(name, hold);
  try {
    return await work(() => {
      if (came) throw new Interrupted(came);
    });
  } finally {
    // A signal that came while files were written is told only now.
    await new Promise((resolve) => setImmediate(resolve));
    for (const name of names) process.off(name, hold);
    if (came) process.exit(128 + SIGNALS[came]);
  }
}
