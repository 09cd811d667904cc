import { CadreError } from "../error/cadre-error.ts";
import { fteOf } from "../rates/fte-a-head.ts";
import type { Pool } from "../system/schema/pool.ts";
import type { System } from "../system/types.ts";
import type { Quantity, Unit } from "../table/quantity.ts";
import type { AtOrigin } from "./at-origin.ts";
import { fitAt } from "./fit-at.ts";
import { heldRecruits } from "./held-recruits.ts";
import type { KnownFigures } from "./known-figures.ts";
import { leavingHistory } from "./leaving-history.ts";
import { asPopulation, observedPeople } from "./observed-people.ts";
import { recentFigure } from "./origins.ts";
import type { Figure, Series } from "./series.ts";

/** A system as it could have been written at an origin. */
export interface SystemThen {
  readonly system: System;
  readonly held: readonly string[];
  /** Where what is held stands in the system. */
  readonly heldPaths: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Puts a system back to an origin: stocks, ages, vacancies and leaving as the series knew them, the population as it was
 * projected then or as it is held. What the series does not hold stays as the file has it, with its own day.
 */
export function systemAt(system: System, at: AtOrigin): SystemThen {
  const { known, until, hold } = at;
  const held: string[] = [];
  const heldPaths: string[] = [];
  const notes: string[] = [];
  const pools: Record<string, Pool> = {};
  for (const [id, pool] of Object.entries(system.pools)) {
    const then = poolAt(system, id, pool, at, notes);
    const recruits = hold.includes("recruits") ? heldRecruits(then, id, at) : undefined;
    pools[id] = recruits ?? then;
    if (!recruits) continue;
    held.push(`recruits of ${id}: the joiners that were counted`);
    heldPaths.push(`pools.${id}.recruitment.recruits`);
  }
  const demand = Object.fromEntries(
    Object.entries(system.demand).map(([id, one]) => {
      const posts = known.of(id, "demand").find(({ date }) => date === known.origin);
      return [id, posts ? { ...one, posts: counted(posts, "FTE") } : one];
    }),
  );
  const population = populationAt(system, at);
  if (population && hold.includes("population")) {
    held.push("population: as estimated in the years that followed");
    heldPaths.push("population");
  }
  const { population: _, ...others } = system;
  const day = system.calendar.base.slice(4);
  return {
    system: Object.freeze({
      ...others,
      ...(population && { population }),
      calendar: Object.freeze({ ...system.calendar, base: known.origin, until: `${until}${day}` }),
      pools: Object.freeze(pools),
      demand: Object.freeze(demand),
    }),
    held,
    heldPaths,
    notes,
  };
}

function poolAt(
  system: System,
  id: string,
  pool: Pool,
  { known, series, reference, spread }: AtOrigin,
  notes: string[],
): Pool {
  const headcount = headcountAt(system, id, pool, known, notes);
  const ages = agesAt(id, known);
  const vacancies = known.of(id, "vacancyRate").at(-1);
  const history = leavingHistory(known, id);
  const last = history.figures.at(-1);
  const then: Pool = {
    ...pool,
    headcount,
    ...(ages && { ages }),
    ...(vacancies && { vacancyRate: counted(vacancies, "share") }),
  };
  if (!last) return Object.freeze(then);
  const { note, ...fit } = fitAt(known, history.figures, {
    measure: "leaving.rate",
    reference,
    spread,
    file: series.file,
  });
  if (note !== undefined) notes.push(note);
  if (history.nearest) notes.push(`Leavers of ${id} are divided by the headcount of the nearest day that is known.`);
  const { growth: _, rates: __, ...leaving } = pool.leaving;
  const kind = history.counted ? leaving.kind : "leavers-per-average-headcount";
  const rate = { ...counted(last, "rate"), value: fit.fitted.mean, written: String(fit.fitted.mean), ...fit };
  return Object.freeze({ ...then, leaving: Object.freeze({ ...leaving, kind, rate }) });
}

/** Heads at the origin: counted, or from the FTE that were counted; the last within a year where not on the very day. */
function headcountAt(system: System, id: string, pool: Pool, known: KnownFigures, notes: string[]): Quantity {
  const heads = recentFigure(known.of(id, "headcount"), known.origin);
  const supply = recentFigure(known.of(id, "supply"), known.origin);
  const found = heads ?? supply;
  if (found && found.date !== known.origin) notes.push(`The opening stock of ${id} is that of ${found.date}.`);
  if (heads) return counted(heads, "heads");
  const { one: perHead } = "written" in pool.fte ? fteOf(pool.fte, "") : {};
  if (supply && perHead !== undefined) {
    const value = supply.value / perHead;
    return { ...counted(supply, "heads"), value, written: String(value) };
  }
  if (system.calendar.base === known.origin) return pool.headcount;
  throw new CadreError({
    code: "no-opening-stock",
    path: `pools.${id}.headcount`,
    message: `Nobody had counted "${id}" when a projection from ${known.origin} could be made.`,
    value: known.origin,
    rule: `A projection of the past starts from a headcount of the year before its origin that was published by ${known.readingDay}.`,
    fix: "Add it to the series (measure headcount, or supply in FTE), or leave this origin out.",
  });
}

/** Shares by age band (`headcount.25-34`), where those of one day were known. */
function agesAt(id: string, known: KnownFigures): Pool["ages"] {
  const bands = known.bands(id);
  const first = bands[0];
  if (!first) return undefined;
  const all = bands.reduce((sum, { value }) => sum + value, 0);
  const { unit: _, value: __, written: ___, ...from } = counted(first, "share");
  const values = Object.fromEntries(
    bands.map(({ measure, value }) => [measure.slice("headcount.".length), value / all]),
  );
  return Object.freeze({ ...from, unit: "share", values: Object.freeze(values) });
}

function populationAt(system: System, { series, known, hold, until }: AtOrigin): System["population"] {
  const given = system.population;
  if (!given) return undefined;
  const observed = hold.includes("population") ? observedPeople(series, given.place) : undefined;
  if (hold.includes("population") && !observed) throw noObservedPeople(series);
  const projected = known.people();
  const people = observed ?? (projected.length > 0 ? asPopulation(projected, given.place, series.file) : given);
  const [first, last] = [people.years[0] ?? Number.NaN, people.years.at(-1) ?? Number.NaN];
  if (`${first}-${people.date}` > known.origin || `${last + 1}-${people.date}` <= `${until}${known.origin.slice(4)}`)
    throw new CadreError({
      code: "population-too-short",
      path: "population",
      file: series.file,
      message: "The population does not reach from the origin to the last year that is scored.",
      value: `${first} to ${last}`,
      rule: `From ${known.origin} to ${until}${known.origin.slice(4)}.`,
      fix: "Add the years that are missing, or score fewer years.",
    });
  return people;
}

const noObservedPeople = (series: Series): CadreError =>
  new CadreError({
    code: "nothing-to-hold",
    file: series.file,
    path: "population",
    message: "There are no later estimates of the population to use.",
    value: "hold: population",
    rule: 'Estimates stand in the series under the pool "population", a band a line, published after their dates.',
    fix: "Add them, or do not hold the population.",
  });

/** A figure of the series as an input, with its day. */
function counted({ value, source, published, vintage, date }: Figure, unit: Unit): Quantity {
  return Object.freeze({
    value,
    unit,
    written: String(value),
    kind: "fact",
    source,
    at: `${date}, ${vintage}`,
    known: published,
  });
}
