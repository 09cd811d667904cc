import { tenureLabels } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { System } from "./types.ts";
import { onAxis } from "./validate-bands.ts";

/** Checks that age bands lie on the axis. */
export function validateAges(
  map: QuantityMap,
  path: readonly PropertyKey[],
  system: System,
  ageless: boolean,
  problems: Problems,
): void {
  if (ageless) {
    problems.add(path, {
      code: "ages-without-axis",
      message: "The system has no ages.",
      value: Object.keys(map.values).join(", "),
      rule: "axes: { age: none } counts everybody in one class.",
      fix: "Remove this, or give an age axis such as age: [16, 75].",
    });
    return;
  }
  const { ageMin, ageMax } = system.axes;
  for (const label of Object.keys(map.values))
    if (parseBand(label) && !onAxis(label, system))
      problems.add(
        [...path, label],
        {
          code: "age-outside-axis",
          message: `The ages ${label} lie outside the system's ages.`,
          value: label,
          rule: `Ages ${ageMin} to ${ageMax} (axes.age; the last one is open).`,
          fix: `Keep bands within ${ageMin}-${ageMax}, or widen axes.age.`,
        },
        "key",
      );
}

/** Checks that every age of the axis belongs to a band. */
export function coversAxis(
  map: QuantityMap,
  path: readonly PropertyKey[],
  what: string,
  system: System,
  problems: Problems,
): void {
  const bands = Object.keys(map.values).map(parseBand);
  for (let age = system.axes.ageMin; age <= system.axes.ageMax; age++)
    if (!bands.some((band) => band && age >= band.from && age <= band.to)) {
      problems.add(path, {
        code: "ages-missing",
        message: `No ${what} is given for age ${age}.`,
        value: Object.keys(map.values).join(", "),
        rule: `Every age from ${system.axes.ageMin} to ${system.axes.ageMax} belongs to a band.`,
        fix: "Widen the bands, or add the missing one.",
      });
      return;
    }
}

/** Checks that shares by sex name the sexes of the axis. */
export function validateSexes(
  map: QuantityMap | undefined,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  if (!map) return;
  classes(map, system.axes.sex, path, "sex", "axes: { sex: [female, male] }", problems);
}

/** Checks that a list by length of service names the classes of the axis. */
export function validateTenures(
  map: QuantityMap | undefined,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  if (!map) return;
  classes(map, tenureLabels(system.axes), path, "tenure", "axes: { tenure: 4 }", problems);
}

/** A list by class names every class of the axis once and no other. */
function classes(
  map: QuantityMap,
  labels: readonly string[],
  path: readonly PropertyKey[],
  what: string,
  axis: string,
  problems: Problems,
): void {
  const unknown = Object.keys(map.values).filter((label) => !labels.includes(label));
  for (const label of unknown)
    problems.add(
      [...path, label],
      {
        code: `unknown-${what}`,
        message: `"${label}" is not a ${what} of this system.`,
        value: label,
        rule: `Known: ${labels.join(", ")}.`,
        fix: `Correct the label, or set the axis, such as ${axis}.`,
        known: labels,
        word: label,
      },
      "key",
    );
  const missing = labels.filter((label) => !Object.hasOwn(map.values, label));
  // What is written under a label nobody knows is probably what is missing.
  if (unknown.length === 0 && missing.length > 0 && missing.length < labels.length)
    problems.add(path, {
      code: `missing-${what}`,
      message: `There is no number for ${what} ${missing.join(", ")}.`,
      value: Object.keys(map.values).join(", "),
      rule: `Every ${what} of the axis: ${labels.join(", ")}.`,
      fix: `Add ${missing.map((label) => `"${label}": …`).join(", ")}.`,
    });
}
