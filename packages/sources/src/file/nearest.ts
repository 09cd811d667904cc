/** The known word nearest to a mistyped one, or undefined when none is near enough to be worth offering. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Up to a third of the letters may differ; a word of one or two letters could be anything.
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of known) {
    const far = editsBetween(plainWord(word), plainWord(candidate));
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** Publishers change capitals, spaces and underscores between editions; none of them means anything. */
export const plainWord = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters to insert, leave out or change to make one word of the other (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    last = row;
  }
  return last[b.length]!;
}
