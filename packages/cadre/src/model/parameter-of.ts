import type { ParameterFacts } from "./parameter-facts.ts";
import { PARAMETERS, type Parameter, type ParameterName } from "./parameters.ts";

const NAMES = Object.keys(PARAMETERS) as readonly Parameter[];

/** What is known of a parameter. */
export const parameterFacts = (parameter: Parameter): ParameterFacts => PARAMETERS[parameter];

/** The parameters of which something holds, in the order of the table. */
export const parametersThat = (holds: (facts: ParameterFacts) => boolean): readonly Parameter[] =>
  NAMES.filter((name) => holds(PARAMETERS[name]));

/** A pattern such as `pipelines.<course>.intake`, word by word; undefined for a word that may be any. */
const wordsOf = (pattern: string) => pattern.split(".").map((word) => (word.startsWith("<") ? undefined : word));

const BY_NAME = NAMES.map((parameter) => rowOf(parameter, parameter));
const BY_PLACE = NAMES.flatMap((parameter) => PARAMETERS[parameter].at.map((place) => rowOf(parameter, place)));

function rowOf(parameter: Parameter, pattern: string) {
  return { parameter, pattern, words: wordsOf(pattern) };
}

/** A parameter, and what follows its name: an age band, a year, a pool. */
export interface NamedParameter {
  readonly parameter: Parameter;
  readonly facts: ParameterFacts;
  /** The name or the place that the words fit, such as `pipelines.<course>.joins.<pool>`. */
  readonly pattern: string;
  readonly labels: readonly string[];
}

function find(rows: typeof BY_NAME, words: readonly string[], length: number): NamedParameter | undefined {
  const row = rows.find(
    (one) => one.words.length === length && one.words.every((word, i) => word === undefined || word === words[i]),
  );
  if (!row) return undefined;
  const { parameter, pattern } = row;
  return { parameter, facts: PARAMETERS[parameter], pattern, labels: words.slice(length) };
}

/** The parameter of exactly this name, such as `pipelines.nursing.intake`. */
export function parameterNamed(name: string): NamedParameter | undefined {
  const words = name.split(".");
  return find(BY_NAME, words, words.length);
}

/** Whether a text is the name of a parameter. */
export const isParameter = (name: string): name is ParameterName => parameterNamed(name) !== undefined;

/** The parameter that the number at a path of a system belongs to: `pools.care.ages.16-29` to `ages`. */
export function parameterAt(path: string): NamedParameter | undefined {
  const words = path.split(".");
  for (let length = words.length; length > 0; length--) {
    const found = find(BY_PLACE, words, length);
    if (found) return found;
  }
  return undefined;
}

/** What is known of the number at a path of a system; every number of a system belongs to a parameter. */
export function factsAt(path: string): ParameterFacts {
  const found = parameterAt(path);
  if (!found) throw new Error(`${path} belongs to no parameter`);
  return found.facts;
}

/**
 * The parameter that a change or a question names, in whichever way: by its name, by the path of a number, or by a name
 * with a label of its list, such as `ages.16-29`.
 */
export function parameterOf(text: string): NamedParameter | undefined {
  const known = parameterNamed(text) ?? parameterAt(text);
  if (known) return known;
  const words = text.split(".");
  for (let length = words.length - 1; length > 0; length--) {
    const found = find(BY_NAME, words, length);
    if (found) return found;
  }
  return undefined;
}
