import { CadreError, type Problem } from "../error/cadre-error.ts";
import { checkArguments, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { MEASURE_NAMES, type Measure } from "../model/measures.ts";
import { newMeasure } from "./old-words.ts";

/**
 * The measure that a text names, such as one from a file or a command line. Throws a `CadreError` that says which
 * measure was meant, where it can tell.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { measureNamed } from "cadre/measures";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * today.at({ measure: measureNamed("headcount"), year: 2019 }); // 33452
 * ```
 */
export function measureNamed(name: string): Measure;
export function measureNamed<M extends Measure>(name: string, among: readonly M[]): M;
export function measureNamed(name: string, among: readonly Measure[] = MEASURE_NAMES): Measure {
  checkArguments({ name }, { name: TEXT });
  const found = among.find((measure) => measure === name);
  if (found === undefined) throw new CadreError(noMeasure(name, among));
  return found;
}

/** What is wrong with a name that is none of these measures. */
export const noMeasure = (name: string, among: readonly string[]): Problem => ({
  code: "unknown-measure",
  message: `There is no measure "${name}" here.`,
  value: name,
  rule: `Known: ${among.join(", ")}.`,
  fix: "Ask for one of these.",
  didYouMean: newMeasure(name) ?? suggest(name, among),
});
