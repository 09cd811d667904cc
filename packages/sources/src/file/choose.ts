import type { Csv } from "./csv.ts";
import { nearestWord, plainWord } from "./nearest.ts";

/**
 * The codes of the things a reader was asked for, each by code or by name; all of them when nothing was asked. A name
 * that the file does not know, or knows twice, is an error.
 */
export function chooseCodes(
  csv: Csv,
  what: { readonly one: string; readonly many: string },
  known: ReadonlyMap<string, string>,
  wanted: readonly string[] | undefined,
): ReadonlySet<string> {
  if (wanted === undefined) return new Set(known.keys());
  return new Set(
    wanted.map((word, index) => {
      const codes = [...known].filter(
        ([code, name]) => plainWord(code) === plainWord(word) || plainWord(name) === plainWord(word),
      );
      if (codes.length === 1) return codes[0]![0];
      const path = `${what.many}[${index}]`;
      if (codes.length > 1)
        return csv.fail(undefined, 0, {
          code: `ambiguous-${what.one}`,
          message: `The file has ${codes.length} codes named "${word}".`,
          path,
          value: codes.map(([code]) => code).join(", "),
          rule: `A name must mean one ${what.one}.`,
          fix: "Name it by its code.",
        });
      const near = nearestWord(word, [...known.values(), ...known.keys()]);
      return csv.fail(undefined, 0, {
        code: `unknown-${what.one}`,
        message: `The file has no ${what.one} "${word}".`,
        path,
        value: word,
        rule: `It has: ${listOf([...known].map(([code, name]) => (name === code ? code : `${name} (${code})`)))}.`,
        fix: `Name the ${what.one} as the file does, by its name or its code.`,
        ...(near ? { didYouMean: near } : {}),
      });
    }),
  );
}

/** The first few of many. */
export const listOf = (words: readonly string[], most = 12): string =>
  words.length > most ? `${words.slice(0, most).join(", ")} and ${words.length - most} more` : words.join(", ");
