import type { Result } from "cadre";

/** Staff that can be looked at by themselves: all, a sector, an employer, or a level. */
export interface Staff {
  readonly id: string;
  readonly title: string;
  /** The staff and the place, within a sentence: "social care (Somerset health and care system)". */
  readonly name: string;
}

const KINDS: readonly { begins: string; words: (title: string) => string }[] = [
  { begins: "sector:", words: (title) => title.replaceAll("-", " ") },
  { begins: "employer:", words: (title) => title },
  { begins: "level:", words: (title) => title },
];

/** The groups of staff of a place, all of them first. A kind of which there is only one is the same as all. */
export function staffOf({ groups, system }: Result): Staff[] {
  const kinds = KINDS.flatMap(({ begins, words }) => {
    const those = groups.filter(({ id }) => id.startsWith(begins));
    return those.length < 2 ? [] : those.map(({ id, title }) => ({ id, words: words(title) }));
  });
  const named = kinds.map(({ id, words }) => ({ id, title: capital(words), name: `${words} (${system.title})` }));
  return [{ id: "all", title: "All staff", name: system.title }, ...named];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
