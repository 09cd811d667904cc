import { completedYears, type Day, isoDay, parseDay, yearsLater } from "./day.ts";

/** The truth behind a made-up list: leavers for each person-year by pool and completed years in post. */
export const TRUTH = {
  Nurses: { leaving: [0.3, 0.15, 0.1, 0.06], to: "Managers", moving: 0.03, share: 0.45, fte: [1, 1, 0.8, 0.6] },
  "Healthcare assistants": {
    leaving: [0.5, 0.3, 0.2, 0.12],
    to: "Nurses",
    moving: 0.04,
    share: 0.4,
    fte: [1, 0.8, 0.5],
  },
  Managers: { leaving: [0.12, 0.1, 0.08, 0.05], to: "Nurses", moving: 0.01, share: 0.15, fte: [1, 1, 0.9] },
} as const;
export type MadePool = keyof typeof TRUTH;
/** From 60 on, whatever the pool. */
export const RETIRING = 0.25;
/** At every age. */
export const DYING = 0.004;

export const MADE = { asOf: "2024-03-31", since: "2021-03-31" } as const;
const YEAR = 365.25;
const [AS_OF, SINCE] = [parseDay(MADE.asOf, "day-first")!, parseDay(MADE.since, "day-first")!];

/** A generator of numbers from 0 to 1 that gives the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Row {
  readonly pool: MadePool;
  readonly start: Day;
  readonly last: Day | undefined;
  readonly reason: string;
}

const HEADER =
  "Employee Number,Full Name,Assignment Number,Employer,Staff Group,AfC Band,Gender,Date of Birth,WTE,Start Date,Leaving Date,Reason for Leaving,Recruitment Source";

/** Days as some personnel systems write them. */
const british = (day: Day | undefined): string =>
  day === undefined ? "" : isoDay(day).replace(/(\d+)-(\d+)-(\d+)/, "$3/$2/$1");

/**
 * A list of about `people` people in post on 31 March 2024 or leavers since 31 March 2021, out of chance alone: with transfers, a second
 * assignment for 5 in 100 and, when `dirty`, 2 in 100 rows that cannot be used.
 */
export function madeList(people: number, seed: number, dirty = true): string {
  const random = chance(seed);
  const rows: string[][] = [];
  for (let person = 1; rows.length < people * 1.1; person++) {
    const career = careerFrom(random);
    const shown = career.filter(({ last }) => last === undefined || last >= SINCE - 31);
    if (shown.length === 0) continue;
    rows.push(...rowsOf(person, career, shown, random));
  }
  if (dirty) spoil(rows, random);
  return `${[HEADER, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

/** Somebody who joins in the twelve years before the list's date. */
function careerFrom(random: () => number): Row[] & { birth?: Day } {
  let start = Math.ceil(AS_OF - random() * 12 * YEAR);
  const birth = Math.round(start - (18 + 44 * random() ** 1.5) * YEAR);
  let pool = poolFrom(random());
  const rows: Row[] & { birth?: Day } = [];
  rows.birth = birth;
  for (;;) {
    const [left, why] = exitOf(pool, start, birth, random);
    if (left > AS_OF) return push(rows, { pool, start, last: undefined, reason: "" });
    rows.push({ pool, start, last: left, reason: why === "moved" ? "Internal transfer" : why });
    if (why !== "moved") return rows;
    pool = TRUTH[pool].to;
    start = left + 1;
    if (start > AS_OF) return rows;
  }
}

const push = (rows: Row[] & { birth?: Day }, row: Row): Row[] & { birth?: Day } => {
  rows.push(row);
  return rows;
};

function poolFrom(u: number): MadePool {
  if (u < TRUTH.Nurses.share) return "Nurses";
  return u < TRUTH.Nurses.share + TRUTH["Healthcare assistants"].share ? "Healthcare assistants" : "Managers";
}

/** The last day in a pool and why: hazards are constant between birthdays and anniversaries. */
function exitOf(pool: MadePool, start: Day, birth: Day, random: () => number): [Day, string] {
  const { leaving, moving } = TRUTH[pool];
  let time = start;
  for (;;) {
    const day = Math.floor(time);
    const [age, tenure] = [completedYears(birth, day), completedYears(start, day)];
    const until = Math.min(yearsLater(birth, age + 1), yearsLater(start, tenure + 1));
    const hazards = [leaving[Math.min(tenure, 3)]!, moving, DYING, age >= 60 ? RETIRING : 0];
    const total = hazards.reduce((a, b) => a + b);
    const wait = (-Math.log(1 - random()) / total) * YEAR;
    if (time + wait < until) {
      const u = random() * total;
      const why = hazards.findIndex((_, i) => u < hazards.slice(0, i + 1).reduce((a, b) => a + b));
      return [Math.floor(time + wait), ["Voluntary resignation", "moved", "Death in service", "Retirement Age"][why]!];
    }
    time = until;
    if (time > AS_OF) return [AS_OF + 1, ""];
  }
}

function rowsOf(
  person: number,
  career: Row[] & { birth?: Day },
  shown: readonly Row[],
  random: () => number,
): string[][] {
  const sex = random() < 0.8 ? "F" : "Male";
  const source = ["NHS organisation", "Education", "Private sector", ""][Math.floor(random() * 4)]!;
  const number = String(20_000_000 + person * 7);
  return shown.flatMap((row) => {
    const { fte } = TRUTH[row.pool];
    const worked = fte[Math.floor(random() * fte.length)]!;
    const line = (assignment: string, pool: string, amount: number): string[] => [
      number,
      `"Person ${person}, A."`,
      `${number}-${career.indexOf(row) + 1}${assignment}`,
      "Westshire Hospitals",
      pool,
      "Band 5",
      sex,
      british(career.birth),
      String(amount),
      british(row.start),
      british(row.last),
      row.reason,
      source,
    ];
    const second = random() < 0.05;
    const elsewhere = random() < 0.5 ? row.pool : TRUTH[row.pool].to;
    return second ? [line("b", elsewhere, 0.2), line("", row.pool, worked)] : [line("", row.pool, worked)];
  });
}

const AT = { number: 0, group: 4, sex: 6, birth: 7, fte: 8, start: 9, end: 10 } as const;

/** Ways to spoil a row, and how often each was used is for the test to find out. */
const SPOILS: readonly ((row: string[]) => void)[] = [
  (row) => (row[AT.birth] = ""),
  (row) => (row[AT.birth] = "01/01/1864"),
  (row) => (row[AT.fte] = "0"),
  (row) => (row[AT.fte] = "37.5"),
  (row) => (row[AT.start] = "n/k"),
  (row) => (row[AT.end] = "01/01/1999"),
  (row) => (row[AT.sex] = "?"),
  (row) => (row[AT.number] = ""),
];

/** Spoils rows of people with one row, so that nobody's transfer looks like a leaver, and repeats others. */
function spoil(rows: string[][], random: () => number): void {
  const count = new Map<string, number>();
  for (const row of rows) count.set(row[AT.number]!, (count.get(row[AT.number]!) ?? 0) + 1);
  const single = rows.filter((row) => count.get(row[AT.number]!) === 1);
  const wanted = Math.round(rows.length * 0.02);
  for (let i = 0; i < wanted; i++) {
    const row = single.splice(Math.floor(random() * single.length), 1)[0]!;
    if (i % 9 === 8) rows.splice(Math.floor(random() * rows.length), 0, [...row]);
    else SPOILS[i % 9]!(row);
  }
}
