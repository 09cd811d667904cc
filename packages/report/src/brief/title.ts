const MOST_WORDS = 12;

const wordsOf = (text: string): string[] => text.split(" ").filter(Boolean);

/** A headline as it is; more than twelve words would not be one, which is a fault of what wrote it. */
export function titleOf(text: string): string {
  const words = wordsOf(text);
  return words.length <= MOST_WORDS ? text : `${words.slice(0, MOST_WORDS).join(" ").replace(/[,;:]$/, "")}…`;
}

/** A headline with a name in quotation marks that gives way, word by word, and never the finding. */
export function titleWith(name: string, of: (name: string) => string): string {
  const words = wordsOf(name);
  for (let kept = words.length; kept > 1; kept -= 1) {
    const text = of(kept === words.length ? name : `${words.slice(0, kept).join(" ")}…`);
    if (wordsOf(text).length <= MOST_WORDS) return text;
  }
  return titleOf(of(words.length > 1 ? `${words[0]}…` : name));
}
