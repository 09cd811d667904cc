import type { Careers, Spell } from "./careers.ts";
import type { Day } from "./day.ts";

/** The careers that two lists of the people in post show together, and what had to be assumed. */
export interface MatchedLists {
  readonly careers: Careers;
  /** Leavers whose last day no list gives. They count as having left in the middle of the time between. */
  readonly undated: number;
  /** People who should have been in the first list by their start date, and are not. */
  readonly missing: number;
}

/**
 * Matches the people of two lists. Who is in the first alone has left, who is in the second alone has joined, and who is
 * in another pool has moved. The second list may also name leavers with their dates; those dates are then used.
 */
export function matchLists(before: Careers, after: Careers, since: Day, asOf: Day): MatchedLists {
  const middle = Math.round((since + asOf) / 2);
  const careers = new Map<string, readonly Spell[]>();
  let undated = 0;
  let missing = 0;
  for (const person of new Set([...before.keys(), ...after.keys()])) {
    const then = before.get(person)?.find((spell) => spell.start <= since && spell.stop > since);
    const spells = after.get(person) ?? [];
    const now = spells.at(-1);
    if (!then) {
      const late = spells.map((spell) => (spell.start > since ? spell : { ...spell, start: middle }));
      if (late.some((spell, i) => spell !== spells[i] && spell.stop > since)) missing++;
      careers.set(
        person,
        late.filter((spell) => spell.stop > spell.start),
      );
    } else if (!now || now.stop <= since) {
      undated++;
      careers.set(person, [{ ...then, stop: middle, to: undefined }]);
    } else careers.set(person, joined(then, spells, since, middle));
  }
  return { careers, undated, missing };
}

/** The spell of the first list, carried on by what the second says of the same person. */
function joined(then: Spell, spells: readonly Spell[], since: Day, middle: Day): Spell[] {
  const [first, ...rest] = spells.filter((spell) => spell.stop > since);
  const now = first!;
  if (now.pool === then.pool) return [{ ...now, start: then.start, from: then.from }, ...rest];
  const moved = now.start > since ? now.start : middle;
  return [{ ...then, stop: moved, to: now.pool }, { ...now, start: moved, from: then.pool }, ...rest];
}
