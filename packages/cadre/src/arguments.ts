import { RESULT, SCENARIO, SYSTEM } from "./error/argument.ts";
import {
  ANY_OBJECT,
  ANYTHING,
  byName,
  either,
  FLAG,
  FUNCTION,
  keys,
  list,
  NUMBER,
  numberFrom,
  oneOf,
  only,
  optional,
  plain,
  TEXT,
  whole,
} from "./error/shape.ts";

export { checkArguments, type Shape } from "./error/shape.ts";

/**
 * What an argument can be asked to be: `text`, `number`, `flag`, `system`, `scenario`, `result` and so on, and ways to make
 * shapes of shapes. `only` makes one of an object of options: it refuses a misspelt key and says which was meant.
 *
 * @example
 * ```ts
 * import { SHAPES } from "cadre/arguments";
 * const { only, optional, text, whole } = SHAPES;
 * only({ pool: optional(text), year: whole(1900, 2200) }).what; // "an object"
 * ```
 */
export const SHAPES = Object.freeze({
  anything: ANYTHING,
  flag: FLAG,
  function: FUNCTION,
  number: NUMBER,
  object: ANY_OBJECT,
  text: TEXT,
  result: RESULT,
  scenario: SCENARIO,
  system: SYSTEM,
  byName,
  either,
  keys,
  list,
  numberFrom,
  oneOf,
  only,
  optional,
  plain,
  whole,
});
