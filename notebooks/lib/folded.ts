import { element } from "./element.ts";

const unfolded = new Set<string>();

/**
 * Something folded away until asked for, or printed. What takes the place of another one of the same name is folded or
 * unfolded as that was.
 */
export function foldedAway(
  { name, summary }: { name: string; summary: string },
  ...contents: readonly (Node | string)[]
): HTMLDetailsElement {
  const made = element("details", {}, element("summary", {}, summary), ...contents);
  made.open = unfolded.has(name);
  made.addEventListener("toggle", () => {
    if (made.open) unfolded.add(name);
    else unfolded.delete(name);
  });
  return made;
}
