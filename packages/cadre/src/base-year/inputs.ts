import type { System } from "../system/types.ts";
import type { Provenance, Quantity, QuantityMap } from "../table/quantity.ts";
import { defaultsOf } from "./defaults.ts";
import type { Input } from "./log.ts";

/** The assumptions log of a system: every number its files give, and every choice the library made for it. */
export function assumptionsOf(system: System): readonly Input[] {
  const known = logs.get(system) ?? Object.freeze([...inputsOf(system), ...defaultsOf(system)]);
  if (Object.isFrozen(system)) logs.set(system, known);
  return known;
}

/** Results of one system have its log in common. */
const logs = new WeakMap<System, readonly Input[]>();

/**
 * Every number a system's files give, one line each, in the order of the file. A schedule that several pools share
 * stands once, as `retirement.<id>` or `death.<id>`.
 */
function inputsOf(system: System): Input[] {
  const found: Input[] = [];
  const schedules = new Set<string>();
  const given = (path: string) => path in system.origin.positions;
  /** `about` is what the record around a number notes; it goes with numbers that note nothing themselves. */
  const walk = (value: unknown, path: string, about?: string): void => {
    if (typeof value !== "object" || value === null) return;
    const note = about === undefined ? {} : { note: about };
    if (isQuantity(value)) {
      const { priceYear, ...quantity } = value;
      const unit = priceYear === undefined ? value.unit : `${value.unit} at ${priceYear} prices`;
      found.push({ parameter: path, ...note, ...quantity, unit, isDefault: !given(path) });
      return;
    }
    if (isQuantityMap(value)) {
      for (const [label, number] of Object.entries(value.values))
        found.push({ ...note, ...line(`${path}.${label}`, number, value.unit, value) });
      return;
    }
    if (isSchedule(value)) {
      const { rates: unit, id } = value;
      // A schedule in place is called by its own path.
      const name = id.includes(".") ? path : `${path.slice(path.lastIndexOf(".") + 1)}.${id}`;
      if (schedules.has(name)) return;
      schedules.add(name);
      for (const [label, number] of Object.entries(value.byAge ?? {}))
        found.push(line(`${name}.${label}`, number, unit, value));
      for (const [sex, rates] of Object.entries(value.bySex ?? {}))
        for (const [label, number] of Object.entries(rates))
          found.push(line(`${name}.${sex}.${label}`, number, unit, value));
      return;
    }
    const noted = "note" in value && typeof value.note === "string" ? value.note : about;
    for (const [key, child] of Object.entries(value)) walk(child, path ? `${path}.${key}` : key, noted);
  };
  const { pools, moves, demand, labourMarkets, pipelines, shifts, substitutions, costs, funding } = system;
  walk({ pools, moves, demand, labourMarkets, pipelines, shifts, substitutions, costs, funding }, "");
  const population = system.population;
  population?.people.forEach((row, y) => {
    row.forEach((people, b) => {
      found.push(line(`population.${population.years[y]}.${population.bands[b]}`, people, "people", population));
    });
  });
  return found;
}

function line(parameter: string, value: number, unit: string, from: Provenance): Input {
  const { kind, source, at, note, quality, owner, reviewed, known } = from;
  const said = { source, at, note, quality, owner, reviewed, known };
  const given = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
  return { parameter, value, written: String(value), unit, kind, ...given, isDefault: false };
}

const isQuantity = (value: object): value is Quantity => "written" in value && "value" in value;
const isQuantityMap = (value: object): value is QuantityMap => "values" in value && "unit" in value;
const isSchedule = (
  value: object,
): value is Provenance & {
  id: string;
  rates: string;
  byAge: Record<string, number> | null;
  bySex: Record<string, Record<string, number>> | null;
} => "rates" in value && "byAge" in value;
