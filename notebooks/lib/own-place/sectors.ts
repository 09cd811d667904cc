/** What is taken for a group of staff until its own numbers are given, by sector; each says where it is from. */
export interface Sector {
  readonly words: string;
  readonly employer: string;
  readonly fte: Given<number>;
  readonly olderShare: Given<string>;
  readonly leaving: Given<string> & { readonly kind: LeavingKind };
  /** A schedule of data/retirement/. */
  readonly retirement: string;
  /** Whom the posts are for, by age band. */
  readonly served: Readonly<Record<string, string>>;
}

interface Given<T> {
  readonly value: T;
  readonly because: string;
}

const GUESS = "a judgement, not a count";

export const SECTORS = {
  "social-care": {
    words: "Social care",
    employer: "Independent employers",
    fte: { value: 0.8, because: GUESS },
    olderShare: { value: "25%", because: GUESS },
    leaving: {
      value: "28%",
      kind: "leavers-per-closing-headcount",
      because: "the median of England's councils in 2022/23, counted by Skills for Care",
    },
    retirement: "social-care",
    served: { "65+": "80%", "16-64": "20%" },
  },
  health: {
    words: "NHS",
    employer: "NHS",
    fte: { value: 0.88, because: GUESS },
    olderShare: { value: "20%", because: GUESS },
    leaving: { value: "11%", kind: "leavers-per-average-headcount", because: "the NHS in England about 2018" },
    retirement: "nhs",
    served: { "65+": "60%", "16-64": "40%" },
  },
  council: {
    words: "Council care",
    employer: "Council",
    fte: { value: 0.8, because: GUESS },
    olderShare: { value: "30%", because: GUESS },
    leaving: {
      value: "12%",
      kind: "leavers-per-average-headcount",
      because: "the council of Cumbria about 2018",
    },
    retirement: "council",
    served: { "65+": "70%", "16-64": "30%" },
  },
} as const satisfies Readonly<Record<string, Sector>>;

export type SectorId = keyof typeof SECTORS;
export const sectorOf = (id: unknown): Sector => SECTORS[id as SectorId] ?? SECTORS["social-care"];

/** What a published leaving rate may count, in the words of who publishes it. */
export const LEAVING_KINDS = {
  "leavers-per-average-headcount": {
    words: "As the NHS leaver rate",
    hint: "Leavers of a year ÷ average headcount",
  },
  "leavers-per-closing-headcount": {
    words: "As the turnover of Skills for Care",
    hint: "Leavers of 12 months ÷ headcount at their end",
  },
  "share-leaving-within-year": {
    words: "As 1 − the stability index",
    hint: "Of those in post at the start, the share gone by the end",
  },
  hazard: {
    words: "Per year lived in the posts",
    hint: "Leavers ÷ person-years, as a staff list gives it",
  },
} as const;
export type LeavingKind = keyof typeof LEAVING_KINDS;

/** What stands in the file for a number that nobody has given. */
export const assumedNumber = <T>(value: T, because: string) => ({ value, note: `ASSUMED: ${because}` });
