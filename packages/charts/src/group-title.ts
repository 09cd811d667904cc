import type { Result } from "cadre";
import { oneLine } from "./text-width.ts";

/**
 * The name of a pool or group as a title uses it: the system's own title for everybody together. An id the result does
 * not know comes back as it is; the result itself refuses it as soon as a number is asked for.
 */
export function groupTitle(result: Result, id: string): string {
  const title = id === "all" ? result.system.title : result.groups.find((group) => group.id === id)?.title;
  const name = oneLine(title ?? "") || id;
  // Sectors are named by their ids, "social-care".
  if (id.startsWith("sector:") && /^[a-z]+(-[a-z]+)*$/.test(name)) return capitalised(name.replaceAll("-", " "));
  return name;
}

/** A word with a capital at its start. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A name cut to what leaves a headline of `width` pixels room for its finding, ending in "…" when something is missing. */
export function shortName(name: string, { width }: { width: number }): string {
  return cutTo(name, width < 520 ? 55 : 110);
}

/** A scenario's or number's name cut to what a headline that also names the place can hold. */
export function briefName(name: string): string {
  return cutTo(name, 60);
}

function cutTo(name: string, most: number): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  return `${characters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
