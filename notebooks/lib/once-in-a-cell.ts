/**
 * Something worked out as the value of a cell: it is there when it is done, begins after a pause of so many milliseconds, and
 * is stopped when the cell runs again or `stop` says so.
 */
export function onceInACell<T>(
  pause: number,
  stop: AbortController,
  work: (signal: AbortSignal) => Promise<T>,
): AsyncIterator<T> {
  const end = { done: true as const, value: undefined };
  let begun = false;
  return {
    async next() {
      if (begun) return end;
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (stop.signal.aborted) return end;
      try {
        return { done: false, value: await work(stop.signal) };
      } catch (error) {
        // What is no longer wanted has no value, and nobody waits for it.
        if (stop.signal.aborted) return end;
        throw error;
      }
    },
    async return() {
      stop.abort();
      return end;
    },
  };
}
