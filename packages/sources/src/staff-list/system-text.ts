import type { ShrunkRate } from "./rate.ts";
import type { StaffList } from "./staff-list.ts";
import type { CountOf, StaffCount, StaffPool } from "./staff-pool.ts";
import { TENURES } from "./tally.ts";

/** What a system file says beside the list. */
export interface StaffSystemOptions {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly place: string;
  /** The first line, by which an editor finds the schema. */
  readonly schemaLine?: string;
}

const word = JSON.stringify;
/** Fewer joiners say little about who joins; the library then works out what holds the present ages. */
const ENOUGH_JOINERS = 20;
const YEARS_AHEAD = 10;
/** 29 February comes again after 12 years, or 8. */
const YEARS_TO_LEAP_DAY = 12;

/**
 * A system file made from a staff list: its pools with ages, sexes, years in post and full-time equivalents, leaving,
 * retirement and moves, each with its source. It runs as it is. Demand stays at the posts filled until you say more. Every
 * count in it is of several people, as in the list it is made from.
 *
 * @example
 * ```ts
 * import { parseSystem, run } from "cadre";
 * import { proposeColumns, readStaffList, staffSystemText } from "@cadre/sources";
 * const rows = Array.from({ length: 40 }, (_, i) => `${i},Nurses,F,01/02/19${60 + i},1,01/04/2020,${i < 6 ? "01/10/2023" : ""}`);
 * const text = ["Employee Number,Staff Group,Gender,DOB,WTE,Start Date,Leaving Date", ...rows].join("\n");
 * const list = readStaffList(text, { columns: proposeColumns(text).columns, asOf: "2024-03-31", since: "2023-03-31" });
 * const system = parseSystem(staffSystemText(list, { id: "westshire", place: "Westshire" }));
 * run(system).at({ measure: "headcount", year: 2024 }); // 34
 * ```
 */
export function staffSystemText(list: StaffList, { id, place, schemaLine }: StaffSystemOptions): string {
  const { asOf, source, sexes, pools } = list;
  const year = Number(asOf.slice(0, 4)) + (asOf.endsWith("-02-29") ? YEARS_TO_LEAP_DAY : YEARS_AHEAD);
  const moves = pools.flatMap((pool) => movesOf(pool, pools));
  return `${schemaLine ? `${schemaLine}\n\n` : ""}# Made from a staff list. What the list does not say is not here: demand stays at the posts filled today,
# and recruitment continues as it is. Add vacancies, population, demand and courses as the guide says.
cadre: 1
id: ${id}
title: ${word(`Staff of ${place}`)}
place: ${word(place)}
calendar: { base: ${asOf}, until: ${year}${asOf.slice(4)} }
axes: { age: [16, 75], tenure: ${TENURES.length}${sexes.length > 0 ? `, sex: [${sexes.map((sex) => word(sex)).join(", ")}]` : ""} }

sources:
  staff-list:
    title: ${word(source.title)}
    published: ${word(String(source.published ?? asOf))}
${source.publisher ? `    publisher: ${word(source.publisher)}\n` : ""}${source.note ? `    note: ${word(source.note)}\n` : ""}
pools:
${pools.map((pool) => poolText(list, pool)).join("\n")}${moves.length > 0 ? `\nmoves:\n${moves.join("")}` : ""}`;
}

function poolText(list: StaffList, pool: StaffPool): string {
  const heads = (counts: readonly StaffCount[]): [string, number][] =>
    counts.map(({ age, headcount }) => [age, headcount]);
  const counted = (counts: readonly CountOf[]): [string, number][] =>
    counts.map(({ name, count }) => [name, count ?? 0]);
  const joined = pool.joinersByAge.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const lines = [
    `title: ${word(pool.title)}`,
    `employer: ${word(pool.employer)}`,
    `sector: ${word(list.sector)}`,
    `role: ${word(pool.role)}`,
    `headcount: { value: ${pool.headcount}, source: staff-list, quality: high }`,
    `ages: { value: ${shares(heads(pool.ages))}, source: staff-list }`,
    ...(list.sexes.length > 0 ? [`sex: { value: ${shares(counted(pool.sexes))}, source: staff-list }`] : []),
    ...(pool.tenure.length === TENURES.length
      ? [`tenure: { value: ${shares(counted(pool.tenure))}, source: staff-list }`]
      : []),
    `fte: { value: ${map(pool.ages.map(({ age, headcount, fte }) => [age, headcount === 0 ? "1" : tidy(fte / headcount, 4)]))}, source: staff-list }`,
    "# vacancyRate: 8%",
    ...leavingLines(list, pool),
    ...list.ageRates.map(
      ({ cause, bands }) =>
        `${cause}: { kind: hazard, byAge: ${map(bands.filter(({ rate }) => rate.leavers > 0).map(({ age, rate }) => [age, percent(rate.rate ?? 0)]))}, source: staff-list, note: All pools together }`,
    ),
    ...(joined >= ENOUGH_JOINERS
      ? [
          `# ${joined} joiners of the list, by age`,
          `recruitment: { mode: replace, ages: { value: ${shares(counted(pool.joinersByAge))}, source: staff-list } }`,
        ]
      : ["recruitment: { mode: replace }"]),
  ];
  return `  ${pool.id}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function leavingLines({ leaving }: StaffList, { id }: StaffPool): string[] {
  const own = leaving.pools.get(id)!;
  const factors = leaving.byTenure.map((of) => of.get(id)?.rate);
  const shaped = own.rate > 0 && factors.every((rate) => rate !== undefined);
  return [
    "# Leaving the employers of the list; moves between its pools are at the end",
    "leaving:",
    `  rate: { value: ${percent(own.rate)}, p10: ${percent(own.p10)}, p90: ${percent(own.p90)}, source: staff-list, note: ${word(leavingNote(own))} }`,
    "  kind: hazard",
    "  scope: system",
    ...(shaped
      ? [
          `  byTenure: { value: ${map(TENURES.map((name, k) => [name, tidy(factors[k]! / own.rate, 3)]))}, source: staff-list }`,
        ]
      : []),
  ];
}

const leavingNote = ({ raw, weight }: ShrunkRate): string =>
  weight === 0
    ? "The rate of all pools together: this pool has too few leavers, or pools do not differ"
    : `${Math.round(raw.leavers)} leavers over ${tidy(raw.personYears, 1)} person-years are ${percent(raw.rate ?? 0)}${weight < 1 ? `; drawn toward all pools, with weight ${tidy(weight, 2)} for the pool itself` : ""}`;

/** Moves too few to be shown are counted as leaving. */
const movesOf = (pool: StaffPool, pools: readonly StaffPool[]): string[] =>
  pool.moves.flatMap(({ name, count, rate }) =>
    count === undefined || rate === undefined || !pools.some(({ id }) => id === name)
      ? []
      : [
          `  - { from: ${pool.id}, to: ${name}, rate: ${percent(rate)}, kind: hazard, note: ${word(`${count} moves of the list`)} }\n`,
        ],
  );

const tidy = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
const percent = (value: number): string => `${tidy(value * 100, 2)}%`;
const map = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries.map(([name, value]) => `${word(name)}: ${value}`).join(", ")} }`;

/** Counts as percentages of four decimals that add up to 100: what rounding leaves over goes where it took most. */
function shares(counts: readonly (readonly [string, number])[]): string {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const exact = counts.map(([, count]) => (count / total) * 1e6);
  const whole = exact.map(Math.floor);
  const missing = 1e6 - whole.reduce((sum, part) => sum + part, 0);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const i of order.slice(0, missing)) whole[i]!++;
  return map(counts.map(([name], i) => [name, `${whole[i]! / 1e4}%`]));
}
