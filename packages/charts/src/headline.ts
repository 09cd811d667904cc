/** A headline that a board reads at a glance. */
const MOST_WORDS = 12;

const wordsOf = (text: string): string[] => text.split(" ").filter(Boolean);

/**
 * A headline of at most twelve words: the name in it gives way, word by word, and never the finding.
 *
 * @example
 * ```ts
 * import { headline } from "@cadre/charts";
 * headline("The strategy of 2019 with retention", (name) => `“${name}” closes 910 FTE of the gap`);
 * ```
 */
export function headline(name: string, of: (name: string) => string): string {
  const words = wordsOf(name);
  for (let kept = words.length; kept > 1; kept -= 1) {
    const text = of(kept === words.length ? name : `${words.slice(0, kept).join(" ")}…`);
    if (wordsOf(text).length <= MOST_WORDS) return text;
  }
  return of(words.length > 1 ? `${words[0]}…` : name);
}
