import { placeOf, recordAt } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** A number as it was written, with its source. */
export function explainInput(system: System, pool: string, parameter: string): Explanation {
  const given = recordAt(system, `pools.${pool}.${parameter}`);
  const title = `${parameter} of ${system.pools[pool]!.title}`;
  if (!given)
    return {
      title,
      value: 0,
      unit: "",
      steps: [{ what: "Not given for this pool; see the defaults in assumptions.csv." }],
    };
  if ("written" in given) {
    const step = writtenStep(system, `pools.${pool}.${parameter}`, given, `As written: ${given.written}`);
    return { title, value: given.value, unit: given.unit, steps: [step] };
  }
  const steps = Object.entries(given.values).map(
    ([label, value]): ExplanationStep => ({
      ...writtenStep(system, `pools.${pool}.${parameter}.${label}`, given, label),
      value,
      unit: given.unit,
    }),
  );
  return { title, value: Object.values(given.values).reduce((sum, value) => sum + value, 0), unit: given.unit, steps };
}

/** A step that points at where a number was written. */
export function writtenStep(
  system: System,
  path: string,
  given: Quantity | QuantityMap,
  what: string,
): ExplanationStep {
  const { source, at, note } = given;
  const position = placeOf(system, path);
  const title = source ? (system.sources[source]?.title ?? source) : undefined;
  return {
    what,
    ...("value" in given && { value: given.value, unit: given.unit }),
    source: title ?? `${given.kind} without a source`,
    ...(at && { at }),
    ...(note && { note }),
    ...(position && { place: [system.origin.file, ...position].filter((part) => part !== undefined).join(":") }),
  };
}
