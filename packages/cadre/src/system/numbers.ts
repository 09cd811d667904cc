import { SCHEDULED_CAUSES } from "../model/causes.ts";
import { parameterAt } from "../model/parameter-of.ts";
import type { ForecastNumber, Projection } from "../population/types.ts";
import type { HistoricRate } from "../rates/historic-rate.ts";
import type { Schedule } from "../rates/schedule.ts";
import type { Provenance, Quantity, QuantityMap } from "../table/quantity.ts";
import type { System } from "./types.ts";

/** One number that the files of a system give. */
export interface SystemNumber {
  /** What it is called: `pools.care.ages.16-29`; of a schedule that pools may share, `retirement.<id>.60+`. */
  readonly path: string;
  /** The path of what it stands in with others that share its source; its own where it stands by itself. */
  readonly record: string;
  readonly value: number;
  readonly unit: string;
  /** What it stands in: it says where the number comes from. */
  readonly given: Quantity | HistoricRate | ForecastNumber | Provenance;
  /** What is noted around it, for a number that notes nothing itself. */
  readonly about?: string;
}

/** Numbers of a system are listed once: many results, scenarios and draws ask for them. */
const listed = new WeakMap<System, readonly SystemNumber[]>();

/** Every number that the files of a system give, in their order. A schedule that several pools share stands once. */
export function numbersOf(system: System): readonly SystemNumber[] {
  const known = listed.get(system) ?? Object.freeze(list(system));
  if (Object.isFrozen(system)) listed.set(system, known);
  return known;
}

function list(system: System): SystemNumber[] {
  const found: SystemNumber[] = [];
  const schedules = new Set<string>();
  const addList = (record: string, given: Provenance, unit: string, values: Values, about?: string): void => {
    for (const [label, value] of Object.entries(values))
      found.push({ path: `${record}.${label}`, record, value, unit, given, ...(about !== undefined && { about }) });
  };
  const walk = (value: unknown, path: string, about?: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (isQuantity(value)) {
      const { value: number, unit } = value;
      found.push({ path, record: path, value: number, unit, given: value, ...(about !== undefined && { about }) });
    } else if (isQuantityMap(value)) addList(path, value, value.unit, value.values, about);
    else if (isSchedule(value)) {
      const record = scheduleName(value, path);
      if (schedules.has(record)) return;
      schedules.add(record);
      addList(record, value, value.rates, value.byAge ?? {});
      for (const [sex, rates] of Object.entries(value.bySex ?? {}))
        for (const [label, rate] of Object.entries(rates))
          found.push({ path: `${record}.${sex}.${label}`, record, value: rate, unit: value.rates, given: value });
    } else {
      const noted = "note" in value && typeof value.note === "string" ? value.note : about;
      const hourless = "counts" in value && value.counts === "jobs";
      for (const [key, child] of Object.entries(value))
        if (!hourless || key !== "fte") walk(child, path ? `${path}.${key}` : key, noted);
    }
  };
  const { pools, moves, plannedMoves, demand, labourMarkets, pipelines, shifts, substitutions, costs } = system;
  const { funding, population } = system;
  walk({ pools, moves, plannedMoves, demand, labourMarkets, pipelines, shifts, substitutions, costs, funding }, "");
  population?.people.forEach((row, y) => {
    const people = Object.fromEntries(row.map((value, b) => [`${population.years[y]}.${population.bands[b]}`, value]));
    for (const [label, value] of Object.entries(people))
      found.push({ path: `population.${label}`, record: "population", value, unit: "people", given: population });
  });
  if (population?.error) walk({ error: population.error }, "population");
  if (population?.projection) walk({ projection: levelsOf(population.projection) }, "population");
  return found;
}

/** Where a population keeps numbers that are no people. */
const PEOPLE_TO_COME: ReadonlySet<string> = new Set(["error", "projection"]);

const levelsOf = ({ improvementRealised, fertilityGrowth, moreMigrants }: Projection) => ({
  improvementRealised,
  fertilityGrowth,
  moreMigrants,
});

type Values = Readonly<Record<string, number>>;

/** A schedule in place is called by its own path, one of a file by its cause and id. */
const scheduleName = ({ id }: Schedule, path: string): string =>
  id.includes(".") ? path : `${path.slice(path.lastIndexOf(".") + 1)}.${id}`;

const isQuantity = (value: object): value is Quantity => "written" in value && "value" in value;
const isQuantityMap = (value: object): value is QuantityMap => "values" in value && "unit" in value;
const isSchedule = (value: object): value is Schedule => "rates" in value && "byAge" in value;

/** Whether a value holds numbers with their unit: one, a list, or a schedule. */
export const isNumberHolder = (value: object): boolean =>
  isQuantity(value) || isQuantityMap(value) || isSchedule(value);

/** What a system holds at a path: a number with its provenance, or a list of them; undefined for anything else. */
export function recordAt(system: System, path: string): Quantity | QuantityMap | undefined {
  const found = path
    .split(".")
    .reduce<unknown>(
      (inside, key) => (isHolder(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined),
      system,
    );
  return typeof found === "object" && found !== null && (isQuantity(found) || isQuantityMap(found)) ? found : undefined;
}

/** The names that pools give their numbers and lists of numbers, such as `headcount` and `leaving.stayingInSector`. */
export function namesInPools(system: System): string[] {
  const names = new Set<string>();
  for (const { record, given } of numbersOf(system)) {
    const [group, , ...name] = record.split(".");
    if (group === "pools" && "unit" in given) names.add(name.join("."));
  }
  return [...names];
}

type Holder = Readonly<Record<string, unknown>>;
const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

/** The keys that lead through the data of a system to a number. */
export type KeyPath = readonly string[];

/** Where lists of numbers and schedules keep their numbers. */
const INSIDE = ["values", "byAge", "bySex"] as const;

/** The way from a value to the number that keys name, which leave out what lists and schedules keep them in. */
function wayInside(value: unknown, [key, ...rest]: readonly string[], way: KeyPath): KeyPath | undefined {
  if (key === undefined) {
    if (typeof value === "number") return way;
    return isHolder(value) && isQuantity(value) ? [...way, "value"] : undefined;
  }
  if (!isHolder(value) || isQuantity(value)) return undefined;
  if (Object.hasOwn(value, key)) return wayInside(value[key], rest, [...way, key]);
  for (const inside of INSIDE) if (value[inside]) return wayInside(value[inside], [key, ...rest], [...way, inside]);
  return undefined;
}

/**
 * The ways to the number of a path: none where there is no such number, several for one of a schedule that pools share.
 */
export function waysTo(system: System, path: string): readonly KeyPath[] {
  if (!parameterAt(path)) return [];
  const [group = "", id = "", ...rest] = path.split(".");
  if (group === "pools" && rest[0] === "fte" && system.pools[id]?.counts === "jobs") return [];
  const isList = group === "population" && !PEOPLE_TO_COME.has(id);
  if (Object.hasOwn(system, group) && !isList)
    return [wayInside(system, path.split("."), [])].filter((way) => way !== undefined);
  if (isList) {
    const { years = [], bands = [] } = system.population ?? {};
    const [y, b] = [years.indexOf(Number(id)), bands.indexOf(rest.join("."))];
    return y < 0 || b < 0 ? [] : [["population", "people", String(y), String(b)]];
  }
  const cause = SCHEDULED_CAUSES.find((one) => one === group);
  if (!cause) return [];
  return Object.entries(system.pools).flatMap(([pool, { [cause]: schedule }]) => {
    const way = schedule?.id === id ? wayInside(schedule, rest, ["pools", pool, cause]) : undefined;
    return way ? [way] : [];
  });
}

/** The number at the end of a way. */
const at = (value: unknown, way: KeyPath): unknown =>
  way.reduce((inside, key) => (isHolder(inside) ? inside[key] : undefined), value);

/** The number at a path of a system; undefined where there is none. */
export function numberAt(system: System, path: string): number | undefined {
  const [way] = waysTo(system, path);
  const found = way && at(system, way);
  return typeof found === "number" ? found : undefined;
}

/** A copy of a system with the number at a path changed; only what lies on its way is copied. */
export function withNumber(system: System, path: string, change: (value: number) => number): System {
  return waysTo(system, path).reduce((so, way) => withAt(so, way, change) as System, system);
}

function withAt(value: unknown, [key, ...rest]: KeyPath, change: (value: number) => number): unknown {
  if (key === undefined) return change(value as number);
  if (Array.isArray(value)) return value.map((item, i) => (i === Number(key) ? withAt(item, rest, change) : item));
  const holder = value as Holder;
  return { ...holder, [key]: withAt(holder[key], rest, change) };
}

/** Line and column of the number at a path, in the system's own file. */
export function placeOf(system: System, path: string): readonly [number, number] | undefined {
  const { positions } = system.origin;
  const labelled = path.replace(/\.([^.]+)$/, ".value.$1");
  const people = path.replace(/^population\./, "population.people.");
  const ways = waysTo(system, path).map((way) => way.join("."));
  for (const one of [path, labelled, people, ...ways]) if (positions[one]) return positions[one];
  return undefined;
}
