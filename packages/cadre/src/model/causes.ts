import { checkArguments, oneOf } from "../error/shape.ts";

/** What is known of a cause of leaving for good. Its name is its key in files and the last word of its measure. */
export interface CauseFacts {
  /**
   * Where its hazards come from: what is left of the pool's published leaving rate, or a schedule by age that the pool
   * names under the cause's own key (and that a published rate may include).
   */
  readonly rate: "published" | "schedule";
  /** Whether its leavers count as retired. */
  readonly retires: boolean;
  /** Whether a share of its leavers may stay in the sector, with another employer of the same pool: churn. */
  readonly mayStayInSector: boolean;
  /** Whether some of its leavers may come back (`returners`). */
  readonly mayReturn: boolean;
  /** Heads a column, a legend or an explanation. */
  readonly title: string;
  /** The title in the lines of a chart's label. */
  readonly label: readonly string[];
  /** Those who leave by it, in the middle of a sentence: "retirements and deaths exceed…". */
  readonly noun: string;
  /** What they do: "people who retire", "of which retiring". */
  readonly verb: string;
  readonly doing: string;
  /** What its measure says, in a planner's words, as docs/guide/results.md has it. */
  readonly meaning: string;
  /** What the assumptions log says of a pool that gives no schedule. */
  readonly unlessGiven?: string;
  /** Its key in a pool, its name in measures and in `returners` in the version before; still read, with a note. */
  readonly was?: { readonly key?: string; readonly name?: string };
}

/** Every cause of leaving for good, once, in the order in which the engine holds them. */
export const CAUSES = {
  /** Leaving of one's own accord, or for a reason that nobody counts apart. */
  leaving: {
    rate: "published",
    retires: false,
    mayStayInSector: true,
    mayReturn: true,
    title: "Leaving",
    label: ["Leaving"],
    noun: "leavers",
    verb: "leave",
    doing: "leaving",
    meaning: "left the employer and its pool",
  },
  /** Retirement by age: a schedule of the shares who retire within a year. */
  retirement: {
    rate: "schedule",
    retires: true,
    mayStayInSector: false,
    mayReturn: true,
    title: "Retirement",
    label: ["Retirement"],
    noun: "retirements",
    verb: "retire",
    doing: "retiring",
    meaning: "retired",
    unlessGiven: "Retirement is not counted separately; all leaving is in leaving.rate.",
    was: { name: "retiring" },
  },
  /** Death by sex and age: a schedule of deaths per person-year. */
  death: {
    rate: "schedule",
    retires: false,
    mayStayInSector: false,
    mayReturn: false,
    title: "Death",
    label: ["Death"],
    noun: "deaths",
    verb: "die",
    doing: "dying",
    meaning: "died",
    unlessGiven: "Deaths are not counted separately.",
    was: { key: "mortality", name: "dying" },
  },
} as const satisfies Readonly<Record<string, CauseFacts>>;

/** A cause of leaving for good. */
export type Cause = keyof typeof CAUSES;

/** The causes in the order in which the engine holds them. */
export const CAUSE_NAMES = Object.keys(CAUSES) as readonly Cause[];

/** Something for each cause, by its name. */
export function byCause<T>(of: (cause: Cause) => T): Record<Cause, T> {
  return Object.fromEntries(CAUSE_NAMES.map((cause) => [cause, of(cause)])) as Record<Cause, T>;
}

/** Something that each cause has. */
export type ByCause<T> = Readonly<Record<Cause, T>>;

/** What is known of a cause. */
export const factsOf = (cause: Cause): CauseFacts => CAUSES[cause];

/** A cause whose hazards come from a schedule by age, under its own key of a pool. */
export type ScheduledCause = {
  [C in Cause]: (typeof CAUSES)[C]["rate"] extends "schedule" ? C : never;
}[Cause];

/** The causes that come with a schedule by age, in the order of the engine. */
export const SCHEDULED_CAUSES = CAUSE_NAMES.filter(
  (cause): cause is ScheduledCause => CAUSES[cause].rate === "schedule",
);

/** A cause whose leavers may come back. */
export type ReturningCause = {
  [C in Cause]: (typeof CAUSES)[C]["mayReturn"] extends true ? C : never;
}[Cause];

/** The causes whose leavers may come back. */
export const RETURNING_CAUSES = CAUSE_NAMES.filter((cause): cause is ReturningCause => CAUSES[cause].mayReturn);

/** The causes whose leavers count as retired. */
export const RETIREMENT_CAUSES: readonly Cause[] = CAUSE_NAMES.filter((cause) => CAUSES[cause].retires);

/** Ways of leaving a post that no rate by cause counts: for another one, for a course, or because it is closed. */
export const TRANSFERS = {
  churn: { measure: "churn", title: "Changing employer", label: ["Changing", "employer"] },
  moves: { measure: "leavers.moves", title: "Moving to another pool", label: ["Moving to", "another pool"] },
  hires: { measure: "leavers.hires", title: "Hired by another pool", label: ["Hired by", "another pool"] },
  training: { measure: "leavers.training", title: "Leaving to train", label: ["Leaving", "to train"] },
  redundancy: { measure: "leavers.redundancy", title: "Made redundant", label: ["Made", "redundant"] },
} as const;

/** A way of leaving a post that no rate by cause counts. */
export type Transfer = keyof typeof TRANSFERS;

/**
 * The measure that counts the leavers of a cause. A cause that is none is a `CadreError`.
 *
 * @example
 * ```ts
 * import { measureOf } from "cadre/measures";
 * measureOf("retirement"); // "leavers.retirement"
 * ```
 */
export function measureOf<C extends Cause>(cause: C): `leavers.${C}` {
  checkArguments({ cause }, { cause: oneOf(CAUSE_NAMES) });
  return `leavers.${cause}`;
}

/** Something for each cause, by the measure that counts its leavers. */
export function byLeavers<T>(of: (cause: Cause) => T): Record<`leavers.${Cause}`, T> {
  return Object.fromEntries(CAUSE_NAMES.map((cause) => [measureOf(cause), of(cause)])) as Record<`leavers.${Cause}`, T>;
}

/** The parameter that changes the hazards of a cause. */
export const rateOf = <C extends Cause>(cause: C): `${C}.rate` => `${cause}.rate`;

/** Everybody who is counted as a leaver of a pool: by a cause, for another post or a course, or made redundant. */
export type LeaverKind = Cause | Transfer;

/** The measure that counts a kind of leaver. */
export type LeaverMeasure = `leavers.${Cause}` | (typeof TRANSFERS)[Transfer]["measure"];

/** What each kind of leaver is counted by and called. */
export const LEAVERS: Readonly<
  Record<LeaverKind, { readonly measure: LeaverMeasure; readonly title: string; readonly label: readonly string[] }>
> = { ...byCause((cause) => ({ ...factsOf(cause), measure: measureOf(cause) })), ...TRANSFERS };
