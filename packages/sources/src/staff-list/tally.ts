import type { Careers, Spell } from "./careers.ts";
import { completedYears, type Day, yearsLater } from "./day.ts";
import { LIST_CAUSES, type ListCause } from "./fields.ts";

/** Ages that are told apart; the last one is open. */
const YOUNGEST = 14;
const OLDEST = 101;
const AGES = OLDEST - YOUNGEST + 1;
/** Years in post that are told apart: 0, 1, 2, 3 and more. */
export const TENURES = ["0", "1", "2", "3+"] as const;

/** The time that is counted: from the close of one day to the close of another. */
export interface Window {
  readonly since: Day;
  readonly asOf: Day;
  /** Days that make one person-year. */
  readonly daysOfYear: number;
}

/** Which cells a count takes together: any sex, age or time in post when left out. */
export interface TallyCells {
  readonly sex?: string;
  readonly ages?: readonly [number, number];
  readonly tenure?: number;
}

/** A number for each sex, age and tenure. */
class Cube {
  readonly #of = new Map<string, Float64Array>();

  add(sex: string, age: number, tenure: number, amount: number): void {
    let values = this.#of.get(sex);
    if (!values) {
      values = new Float64Array(AGES * TENURES.length);
      this.#of.set(sex, values);
    }
    const a = Math.min(Math.max(age, YOUNGEST), OLDEST) - YOUNGEST;
    values[a * TENURES.length + Math.min(tenure, TENURES.length - 1)]! += amount;
  }

  sum({ sex, ages = [YOUNGEST, OLDEST], tenure }: TallyCells): number {
    let sum = 0;
    const [from, to] = [Math.max(ages[0], YOUNGEST) - YOUNGEST, Math.min(ages[1], OLDEST) - YOUNGEST];
    for (const [name, values] of this.#of) {
      if (sex !== undefined && sex !== name) continue;
      for (let a = from; a <= to; a++)
        for (let k = 0; k < TENURES.length; k++)
          if (tenure === undefined || tenure === k) sum += values[a * TENURES.length + k]!;
    }
    return sum;
  }
}

/** New staff of a pool in one year, and how many are still there at each year end since. */
export interface Cohort {
  /** The day on which the year of joining ends. */
  readonly joinedBy: Day;
  joined: number;
  /** After 0, 1, 2 … year ends. */
  readonly inPool: number[];
  readonly inList: number[];
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** Everything that is counted of a pool. Single people can be seen in it: it is made smaller before it is given out. */
export class Tally {
  readonly heads = new Cube();
  readonly fte = new Cube();
  fteElsewhere = 0;
  readonly days = new Cube();
  readonly leavers: Readonly<Record<ListCause, Cube>> = {
    leaving: new Cube(),
    retirement: new Cube(),
    death: new Cube(),
  };
  readonly moves = new Map<string, number>();
  readonly movers = new Cube();
  readonly sources = new Map<string, number>();
  readonly joiners = new Cube();
  readonly arrivals = new Map<string, number>();
  /** By the years since the end of the year of joining. */
  readonly cohorts: readonly Cohort[];

  constructor({ since, asOf }: Window) {
    const cohorts: Cohort[] = [];
    for (let years = 0; yearsLater(asOf, -years) > since; years++)
      cohorts.push({
        joinedBy: yearsLater(asOf, -years),
        joined: 0,
        inPool: zeros(years + 1),
        inList: zeros(years + 1),
      });
    this.cohorts = cohorts;
  }

  /** Leavers from all pools together; moves are no leaving. */
  left(cells: TallyCells): number {
    return LIST_CAUSES.reduce((sum, cause) => sum + this.leavers[cause].sum(cells), 0);
  }
}

/** Counts the spells of a window, for each pool and for all together (the key ""). */
export function tally(careers: Careers, window: Window): Map<string, Tally> {
  const tallies = new Map<string, Tally>([["", new Tally(window)]]);
  const of = (pool: string): Tally => {
    const found = tallies.get(pool) ?? new Tally(window);
    tallies.set(pool, found);
    return found;
  };
  for (const spells of careers.values())
    for (const [i, spell] of spells.entries()) {
      const lastStop = stopOfStay(spells, i);
      for (const one of [of(spell.pool), tallies.get("")!]) {
        countStock(one, spell, window);
        countDays(one, spell, window);
        countExit(one, spell, window);
        countEntry(one, spell, window);
      }
      countCohort(of(spell.pool), spell, lastStop, window);
      countCohort(tallies.get("")!, spell, lastStop, window);
    }
  return tallies;
}

/** When the person leaves the list's pools altogether, moves between them left aside. */
function stopOfStay(spells: readonly Spell[], from: number): number {
  let i = from;
  while (spells[i]!.to !== undefined && spells[i + 1]) i++;
  return spells[i]!.stop;
}

function countStock(one: Tally, { birth, sex, start, stop, fte, fteElsewhere }: Spell, { asOf }: Window): void {
  if (start > asOf || stop <= asOf) return;
  const cell = [sex, completedYears(birth, asOf), completedYears(start, asOf)] as const;
  one.heads.add(...cell, 1);
  one.fte.add(...cell, fte);
  one.fteElsewhere += fteElsewhere;
}

/** Days in post, cut at every birthday and every anniversary of the start. */
function countDays(one: Tally, { birth, sex, start, stop }: Spell, { since, asOf }: Window): void {
  const end = Math.min(stop, asOf + 1);
  let day = Math.max(start, since + 1);
  if (day >= end) return;
  let age = completedYears(birth, day);
  let tenure = completedYears(start, day);
  let [birthday, anniversary] = [yearsLater(birth, age + 1), yearsLater(start, tenure + 1)];
  while (day < end) {
    const next = Math.min(end, birthday, anniversary);
    one.days.add(sex, age, tenure, next - day);
    day = next;
    if (day === birthday) birthday = yearsLater(birth, ++age + 1);
    if (day === anniversary) anniversary = yearsLater(start, ++tenure + 1);
  }
}

function countExit(one: Tally, { birth, sex, start, stop, to, cause }: Spell, { since, asOf }: Window): void {
  if (stop <= since || stop > asOf) return;
  const cell = [sex, completedYears(birth, stop - 1), completedYears(start, stop - 1), 1] as const;
  if (to === undefined) one.leavers[cause].add(...cell);
  else {
    one.movers.add(...cell);
    one.moves.set(to, (one.moves.get(to) ?? 0) + 1);
  }
}

function countEntry(one: Tally, { birth, sex, start, from, rejoined, source }: Spell, { since, asOf }: Window): void {
  if (start <= since || start > asOf) return;
  if (from !== undefined) one.arrivals.set(from, (one.arrivals.get(from) ?? 0) + 1);
  else {
    const name = rejoined ? "came back" : source;
    one.sources.set(name, (one.sources.get(name) ?? 0) + 1);
    one.joiners.add(sex, completedYears(birth, start), 0, 1);
  }
}

/** New staff by the year they joined in, followed from year end to year end. */
function countCohort(one: Tally, spell: Spell, lastStop: number, { since, asOf }: Window): void {
  if (spell.from !== undefined || spell.start <= since || spell.start > asOf) return;
  const years = completedYears(spell.start, asOf);
  const cohort = one.cohorts[years]!;
  cohort.joined++;
  for (let after = 0; after <= years; after++) {
    const yearEnd = yearsLater(cohort.joinedBy, after);
    if (spell.stop > yearEnd) cohort.inPool[after]!++;
    if (lastStop > yearEnd) cohort.inList[after]!++;
  }
}
