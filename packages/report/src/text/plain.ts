/** Control characters, half surrogates, characters that are none, and marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from a file on one line, without what no file format of an office can hold. */
export function plainText(text: string): string {
  return text.replace(UNPRINTABLE, "").replace(HALVES, "").replace(/\s+/g, " ").trim();
}

/** Plain data with every text in it made plain. */
export function plainData<T>(value: T): T {
  if (typeof value === "string") return plainText(value) as T;
  if (Array.isArray(value)) return value.map(plainData) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, plainData(inside)])) as T;
}

/** A text cut to so many characters, ending in "…" when something is missing. */
export function shortenedText(text: string, most: number): string {
  const characters = [...plainText(text)];
  if (characters.length <= most) return characters.join("");
  return `${characters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
