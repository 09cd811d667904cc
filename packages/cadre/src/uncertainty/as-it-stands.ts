import { checkSystem } from "../error/argument.ts";
import type { System } from "../system/types.ts";

/** What says of a number how far off it may be. */
const DOUBTS: ReadonlySet<string> = new Set(["p10", "p90", "history", "reference", "spread", "fitted", "sd"]);

/**
 * The same system with every number as it stands: no interval, no history, no spread. Draws find nothing uncertain in it, so
 * that with `noise` they show what the luck of single careers does by itself. Nothing else changes, and a run gives the same.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { asItStands } from "cadre/uncertainty";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const { p10, p90 } = (await ensemble(asItStands(cumbria), {}, { draws: 20 })).at({ measure: "gap", year: 2035 });
 * p90 - p10; // 0
 * ```
 */
export function asItStands(system: System): System {
  checkSystem(system);
  const { origin, ...rest } = system;
  return Object.freeze({ ...(without(rest) as Omit<System, "origin">), origin });
}

/** A copy without the doubts of its numbers; what is no plain data is kept as it is. */
function without(given: unknown): unknown {
  if (Array.isArray(given)) return Object.freeze(given.map(without));
  if (typeof given !== "object" || given === null || Object.getPrototypeOf(given) !== Object.prototype) return given;
  const isNumber = "written" in given && "value" in given;
  const kept = Object.entries(given).filter(([key]) => !(isNumber && DOUBTS.has(key)));
  return Object.freeze(Object.fromEntries(kept.map(([key, value]) => [key, without(value)])));
}
