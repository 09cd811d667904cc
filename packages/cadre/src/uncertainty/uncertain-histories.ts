import { PARAMETERS } from "../model/parameters.ts";
import { baseYearOf } from "../plan/resolve.ts";
import { HISTORIC_PARAMETERS, type HistoricName, type HistoricRate, isGrowth } from "../rates/historic-rate.ts";
import { tailsOf } from "../rates/history.ts";
import type { Change } from "../scenario/schema/change.ts";
import { numbersOf, type SystemNumber } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import { referenceDates } from "../table/dates.ts";
import type { Membership } from "./copula.ts";
import { normalQuantile } from "./normal.ts";

/** What is uncertain of a number with a history: its level, or what one year to come brings by chance. */
export interface UncertainHistory {
  readonly id: string;
  readonly title: string;
  readonly from: "input" | "year";
  readonly membership: Membership;
  readonly changes: readonly Change[];
  at(u: number): number;
  shown(u: number): number;
}

/** A number of a pool with a history. */
interface Historic {
  readonly path: string;
  readonly pool: string;
  readonly kind: HistoricName;
  readonly given: HistoricRate;
}

/**
 * How closely the recruits of a year follow its leavers: most of those who leave are replaced. Changes of NHS nurses who
 * left and joined (2012/13 to 2016/17), and of turnover and recruits of adult social care, England; the test of default
 * spreads works it out. Method: docs/method/rates-history.md.
 */
export const RECRUITS_FOLLOW_LEAVERS = 0.83;

/** What is uncertain of the numbers of a system that have a history or a spread; intervals of the file go before. */
export function uncertainHistories(system: System): UncertainHistory[] {
  const found = historicNumbers(system);
  if (found.length === 0) return [];
  const base = Number(system.calendar.base.slice(0, 4));
  const years = referenceDates(system.calendar.base, system.calendar.until).map((_, y) => base + y);
  return found.flatMap((one) => ofNumber(system, one, found, years.slice(1)));
}

function historicNumbers(system: System): Historic[] {
  return numbersOf(system).flatMap(({ path, given }): Historic[] => {
    if (!isHistoric(given) || !given.history || given.p10 !== undefined) return [];
    return [{ path, pool: path.split(".")[1]!, kind: given.history.kind, given }];
  });
}

const isHistoric = (given: SystemNumber["given"]): given is HistoricRate => "history" in given;

/**
 * The level as an uncertain input, and for a number that may differ from year to year what each year brings: noise, and
 * where levels move what it adds for good. Each is 1 on average, or 0 where it is added.
 */
function ofNumber(
  system: System,
  { path, pool, kind, given }: Historic,
  all: readonly Historic[],
  years: readonly number[],
): UncertainHistory[] {
  const { fitted } = given;
  const share = kind === "leaving.rate" ? shareLeaving(system, pool) : 1;
  // Where nothing of the rate is left for leaving, there is nothing that could be drawn.
  if (!fitted || !(share > 0)) return [];
  const { points, levelSd, noise, drift } = fitted;
  const name = `${system.pools[pool]?.title ?? pool}: ${HISTORIC_PARAMETERS[kind].words}`;
  const make = (what: string, spread: number, from: "input" | "year", ...changes: Change[]): UncertainHistory => {
    const sd = spread * tailsOf(fitted);
    const at = (u: number) => (points ? sd * normalQuantile(u) : Math.exp(sd * normalQuantile(u) - sd ** 2 / 2));
    return {
      id: `${path}, ${what}`,
      title: `${name}, ${what}`,
      from,
      membership: groupOf(system, { path, pool, kind, given }, all, what),
      changes: changes.map((change) => ({ ...change, ...(points ? { add: 0 } : { multiply: 1 }) })),
      at,
      shown: (u) => (from === "year" ? at(u) : points ? given.value + at(u) : given.value * at(u)),
    };
  };
  const of = { parameter: kind, where: { pool } };
  const dated = PARAMETERS[kind].dated ? years : [];
  return [
    ...(levelSd > 0 ? [make("level", levelSd / share, "input", ...ofLevel(system, path, pool, kind))] : []),
    ...dated.map((year) => make(`year to ${year}`, noise / share, "year", { ...of, from: year, until: year })),
    ...(drift > 0 ? dated.map((year) => make(`from ${year} on`, drift / share, "year", { ...of, from: year })) : []),
  ];
}

/**
 * What stands for the doubt of a level. Where more leave than was counted, as many more have come to hold the staff that
 * were counted: recruits that replace them go with the level of leaving.
 */
function ofLevel(system: System, path: string, pool: string, kind: HistoricName): Change[] {
  if (!PARAMETERS[kind].dated) return [{ parameter: path }];
  const where = { pool };
  const replaced = kind === "leaving.rate" && system.pools[pool]?.recruitment.mode === "replace";
  return [{ parameter: kind, where }, ...(replaced ? [{ parameter: "recruitment.recruits", where }] : [])];
}

/** The part of a published rate that is leaving: changes act on that alone, and the rate may count retirements as well. */
function shareLeaving(system: System, pool: string): number {
  const { leaving, target } = baseYearOf(system).pools[Object.keys(system.pools).indexOf(pool)]!;
  return leaving / target;
}

/**
 * What moves together: care per head and productivity of a sector; numbers that the file gives once for several pools, which
 * are one number; and the recruits of a year follow those who leave in it.
 */
function groupOf(system: System, { path, pool, kind }: Historic, all: readonly Historic[], what: string): Membership {
  const leaving = all.find((one) => one.pool === pool && one.kind === "leaving.rate");
  const follows =
    kind === "recruitment.effort" &&
    leaving !== undefined &&
    (what.startsWith("year") || (what.startsWith("from") && (leaving.given.fitted?.drift ?? 0) > 0));
  // How much care people need, and how it is given, is the same for all staff of a sector.
  if (isGrowth(kind)) return { group: `${system.pools[pool]?.sector ?? pool} ${kind} ${what}`, correlation: 1 };
  const { positions } = system.origin;
  const record = follows ? leaving.path : path;
  const place = ["spread", "history", "levels"].map((key) => positions[`${record}.${key}`]).find(Boolean);
  return {
    group: `${place?.join() ?? record} ${follows ? "leaving.rate" : kind} ${what}`,
    correlation: follows ? RECRUITS_FOLLOW_LEAVERS ** 2 : 1,
  };
}
