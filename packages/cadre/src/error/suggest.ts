/** The known word nearest to a mistyped one, or undefined when none is near enough to be worth offering. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Of a word of one or two letters any other is within one edit.
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of known) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** Edits between two words, counting the swap of two neighbours as one (optimal string alignment). */
function distance(a: string, b: string): number {
  // Words from files can be of any length; no key or id is this long.
  if (a.length > 200 || b.length > 200) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
