import { CAUSE_NAMES, factsOf, measureOf, rateOf } from "../model/causes.ts";

/** A word that a file of the version before may still use. */
export interface OldWord {
  /** Where it stands: the path, its own key included. */
  readonly at: RegExp;
  /** Whether it is the key or the value at that path. */
  readonly part: "key" | "value";
  readonly was: string;
  readonly is: string;
}

/** Every old word, once. */
export const OLD_WORDS: readonly OldWord[] = CAUSE_NAMES.flatMap((cause): OldWord[] => {
  const { was } = factsOf(cause);
  const value = (at: RegExp, old: string, is: string): OldWord => ({ at, part: "value", was: old, is });
  return [
    ...(was?.key === undefined
      ? []
      : [
          { at: new RegExp(`^pools\\.[^.]+\\.${was.key}$`), part: "key", was: was.key, is: cause } as const,
          value(/(^|\.)parameter$/, `${was.key}.rate`, rateOf(cause)),
        ]),
    ...(was?.name === undefined
      ? []
      : [
          value(/^pools\.[^.]+\.returners\.\d+\.cause$/, was.name, cause),
          value(/(^|\.)measure$/, `leavers.${was.name}`, measureOf(cause)),
        ]),
  ];
});

/** What a measure of the version before is called now; undefined for a name that is none of them. */
export const newMeasure = (name: string): string | undefined =>
  OLD_WORDS.find(({ at, was }) => at.test("measure") && was === name)?.is;

/** What a parameter of the version before is called now; undefined for a name that is none of them. */
export const newParameter = (name: string): string | undefined =>
  OLD_WORDS.find(({ at, was }) => at.test("parameter") && was === name)?.is;

/** What a file that uses an old word is told, once a word; `places` are lines such as `system.yaml, line 12`. */
export function oldWordNote(was: string, is: string, places: readonly string[]): string {
  const [first, ...more] = places;
  const others = more.length > 0 ? ` and ${more.length} more` : "";
  return `"${was}" is now called "${is}" (${first}${others}). The old word is still read; the next version will not know it.`;
}
