import type { HistoricRate } from "../rates/historic-rate.ts";
import { numbersOf } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import type { Provenance } from "../table/quantity.ts";
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

/** Every number of the files, one line each. */
const inputsOf = (system: System): Input[] =>
  numbersOf(system).map(({ path, value, unit, given, about }): Input => {
    const note = about === undefined ? {} : { note: about };
    if (!("written" in given)) return { ...note, ...line(path, value, unit, given) };
    const { priceYear, history: _, fitted: __, ...quantity }: HistoricRate = given;
    const priced = priceYear === undefined ? unit : `${unit} at ${priceYear} prices`;
    return { parameter: path, ...note, ...quantity, unit: priced, isDefault: !(path in system.origin.positions) };
  });

function line(parameter: string, value: number, unit: string, from: Provenance): Input {
  const { kind, source, at, note, quality, owner, reviewed, known } = from;
  const said = { source, at, note, quality, owner, reviewed, known };
  const given = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
  return { parameter, value, written: String(value), unit, kind, ...given, isDefault: false };
}
