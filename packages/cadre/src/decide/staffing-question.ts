import { byName, either, list, NUMBER, NUMBERS, oneOf, only, optional, TEXT } from "../error/shape.ts";
/** What may be decided about staff, year by year. */
export const STAFF_DECISIONS = [
  "recruits",
  "retraining",
  "downgrading",
  "redundancy",
  "shortTime",
  "above",
  "empty",
] as const;

/** One thing that may be decided about staff. */
export type StaffDecision = (typeof STAFF_DECISIONS)[number];

/** What one person, or one post, costs, and how many there may be in a year; a list gives a number for each year. */
export interface StaffChoice {
  /** Pounds; write 0 if it is really free. */
  readonly price: number | readonly number[];
  /** No limit when left out. */
  readonly most?: number | readonly number[];
}

/** One pool of staff. What is left out of its choices may not be done. */
export interface StaffingPool {
  /** Full-time staff at the base date. */
  readonly today: number;
  /** Posts needed, by year. */
  readonly need: readonly number[];
  /** Share of the previous year's staff who leave within the year. */
  readonly leaving: number;
  /** Share of recruits who leave in the year in which they join; as `leaving` when left out. */
  readonly leavingNew?: number;
  readonly recruits?: StaffChoice;
  readonly redundancy?: StaffChoice;
  /** Staff on short time for a year, each of whom fills `works` of a post. */
  readonly shortTime?: StaffChoice & { readonly works: number };
  /** Staff above need; a price for each year in which one is kept. */
  readonly above?: StaffChoice;
  /** Posts that stay empty; what one costs for a year, such as what agency staff cost. */
  readonly empty?: StaffChoice;
}

/** A way from one pool to another. */
export interface StaffMove extends StaffChoice {
  readonly kind: "retraining" | "downgrading";
  readonly from: string;
  readonly to: string;
  /** Share of those who set out and leave instead of arriving. */
  readonly leaving: number;
  /** At most this share of the staff of a pool in the same year, such as one learner for each four skilled staff. */
  readonly mostOf?: { readonly pool: string; readonly share: number };
}

/** What is to be decided about the staff of several pools over several years. */
export interface StaffingQuestion {
  /** Planned years, one after the other. */
  readonly years: readonly number[];
  readonly pools: Readonly<Record<string, StaffingPool>>;
  readonly moves?: readonly StaffMove[];
  /** What is to be as little as possible: pounds, or the heads of one kind of decision; of plans alike the cheapest. */
  readonly least: "cost" | StaffDecision;
  /** Limits on several pools (all when left out) together, such as places in training or posts above need. */
  readonly together?: readonly {
    readonly decision: StaffDecision;
    readonly pools?: readonly string[];
    readonly most: number | readonly number[];
  }[];
  /** Pounds in a year (in each, or by year) and in all. */
  readonly budget?: { readonly perYear?: number | readonly number[]; readonly total?: number };
}

const COUNT = either(NUMBER, NUMBERS);
const CHOICE = { price: COUNT, most: optional(COUNT) };
const POOL = only<StaffingPool>({
  today: NUMBER,
  need: NUMBERS,
  leaving: NUMBER,
  leavingNew: optional(NUMBER),
  recruits: optional(only<StaffChoice>(CHOICE)),
  redundancy: optional(only<StaffChoice>(CHOICE)),
  shortTime: optional(only({ ...CHOICE, works: NUMBER })),
  above: optional(only<StaffChoice>(CHOICE)),
  empty: optional(only<StaffChoice>(CHOICE)),
});
const MOVE = only<StaffMove>({
  ...CHOICE,
  kind: oneOf(["retraining", "downgrading"]),
  from: TEXT,
  to: TEXT,
  leaving: NUMBER,
  mostOf: optional(only({ pool: TEXT, share: NUMBER })),
});
/** What `staffing` is asked; what numbers and names have to be is checked apart. */
export const STAFFING_QUESTION = only<StaffingQuestion>({
  years: NUMBERS,
  pools: byName(POOL),
  moves: optional(list(MOVE)),
  least: TEXT,
  together: optional(list(only({ decision: TEXT, pools: optional(list(TEXT)), most: COUNT }))),
  budget: optional(only({ perYear: optional(COUNT), total: optional(NUMBER) })),
});
