import type { Assignment } from "./assignment.ts";
import type { Day } from "./day.ts";
import type { ListCause } from "./fields.ts";

/** A time that a person spent in one pool. It stays in memory and is never given out. */
export interface Spell {
  readonly pool: string;
  readonly start: Day;
  /** The day after the last one in post; `Infinity` for people still there. */
  readonly stop: number;
  /** Full-time equivalents of all assignments held at its end. */
  readonly fte: number;
  /** Of them, those held in other pools. */
  readonly fteElsewhere: number;
  readonly birth: Day;
  readonly sex: string;
  /** The pool that the person came from, or undefined for a joiner. */
  readonly from: string | undefined;
  /** A joiner who had left the list's employers before. */
  readonly rejoined: boolean;
  readonly source: string;
  /** The pool that the person went to, or undefined for a leaver or somebody still there. */
  readonly to: string | undefined;
  readonly cause: ListCause;
}

/** The spells of each person, in order. The keys are the persons' numbers and stay in memory with them. */
export type Careers = ReadonlyMap<string, readonly Spell[]>;

/** Days between two assignments of a person that do not count as a time away: a weekend, a holiday, a short break. */
export const BREAK_DAYS = 31;

/**
 * The spells of every person. A person with several assignments at a time is one head, in the pool where most of their
 * full-time equivalents are. A change of that pool is a move. A break of up to `BREAK_DAYS` is bridged.
 */
export const careersOf = (
  persons: ReadonlyMap<string, readonly Assignment[]>,
  poolOf: (pool: string) => string,
): Careers => new Map([...persons].map(([person, rows]) => [person, careerOf(rows, poolOf)]));

interface Piece {
  pool: string;
  start: Day;
  stop: number;
  fte: number;
  fteElsewhere: number;
  source: string;
  cause: ListCause;
}

function careerOf(rows: readonly Assignment[], poolOf: (pool: string) => string): Spell[] {
  if (rows.length === 1) return [onlySpell(rows[0]!, poolOf)];
  const merged: Piece[] = [];
  for (const piece of piecesOf(rows, poolOf)) {
    const last = merged.at(-1);
    if (last && piece.start - last.stop <= BREAK_DAYS) last.stop = piece.start;
    if (last && last.stop === piece.start && last.pool === piece.pool) {
      const { stop, fte, fteElsewhere, cause } = piece;
      Object.assign(last, { stop, fte, fteElsewhere, cause });
    } else merged.push({ ...piece });
  }
  const { birth, sex } = rows[0]!;
  return merged.map((piece, i) => {
    const [before, after] = [merged[i - 1], merged[i + 1]];
    return {
      ...piece,
      birth,
      sex,
      from: before && before.stop === piece.start ? before.pool : undefined,
      rejoined: before !== undefined && before.stop < piece.start,
      to: after && after.start === piece.stop ? after.pool : undefined,
    };
  });
}

/** Most people have one assignment. */
function onlySpell(row: Assignment, poolOf: (pool: string) => string): Spell {
  const { start, stop, fte, birth, sex, source, cause } = row;
  const alone = { from: undefined, to: undefined, rejoined: false, fteElsewhere: 0 };
  return { pool: poolOf(row.pool), start, stop, fte, birth, sex, source, cause, ...alone };
}

/** A person's time cut at every start and end of an assignment, with the pool that holds most of their hours. */
function piecesOf(rows: readonly Assignment[], poolOf: (pool: string) => string): Piece[] {
  const sorted = [...rows].sort((a, b) => a.start - b.start || a.line - b.line);
  const cuts = [...new Set(sorted.flatMap(({ start, stop }) => [start, stop]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((start, i) => {
    const stop = cuts[i + 1]!;
    const held = sorted.filter((row) => row.start <= start && row.stop >= stop);
    if (held.length === 0) return [];
    const fteIn = new Map<string, number>();
    for (const row of held) fteIn.set(poolOf(row.pool), (fteIn.get(poolOf(row.pool)) ?? 0) + row.fte);
    // The first started of equals: `sorted` and a map keep the order.
    const [pool, most] = [...fteIn].reduce((best, one) => (one[1] > best[1] + 1e-9 ? one : best));
    const fte = held.reduce((sum, row) => sum + row.fte, 0);
    const main = held.filter((row) => poolOf(row.pool) === pool);
    const { source } = main.find((row) => row.start === start) ?? main[0]!;
    const { cause } = main.find((row) => row.stop === stop) ?? main[0]!;
    return [{ pool, start, stop, fte, fteElsewhere: fte - most, source, cause }];
  });
}
