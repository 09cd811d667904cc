import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { Distribution } from "./distribution.ts";
import { readEffect } from "./read-effect.ts";

/**
 * A distribution given as plain data, held to the same rules as one in a file: a scenario that code makes up is not to
 * run on numbers that contradict each other. Throws a `CadreError`, mostly `bad-effect`.
 */
export function checkedEffect(distribution: Distribution): number | Distribution {
  return readEffect(distribution, ({ known = [], word, ...problem }, path = []) => {
    const didYouMean = word === undefined ? undefined : suggest(word, known);
    throw new CadreError({ ...problem, path: path.join(".") || undefined, didYouMean });
  });
}
