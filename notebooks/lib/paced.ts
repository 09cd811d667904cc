/** Work for the answer on the page that is going on: runs of the model and pictures. */
let going = 0;
const waiting = new Map<object, () => void>();
let asked = false;

/** Counts work towards the answer that the page shows, from its beginning to its end. */
export async function towardsAnswer<T>(work: Promise<T>): Promise<T> {
  going += 1;
  try {
    return await work;
  } finally {
    going -= 1;
    if (going === 0) soon();
  }
}

/**
 * Tells of a move once the answer to the move before is on the page, and of the last move only. A slider that is dragged
 * would otherwise call off each answer before it is there, and show none until it rests.
 */
export function pacedMoves(who: object, tell: () => void): void {
  waiting.set(who, tell);
  soon();
}

/** In the next frame but one, when what follows a run, its pictures, has begun to be counted. */
function soon(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      asked = false;
      if (going > 0) return;
      const tellings = [...waiting.values()];
      waiting.clear();
      for (const tell of tellings) tell();
    }),
  );
}
