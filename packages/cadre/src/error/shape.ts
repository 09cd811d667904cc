import { argumentError, type Fault, misused, type Shape } from "./argument-error.ts";

export type { Shape } from "./argument-error.ts";

type Thing = Readonly<Record<string, unknown>>;
/** Whether something has keys; a promise has none that anybody wants. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !(value instanceof Promise);

/** A shape of which a test says whether a value has it. */
export function plain(what: string, holds: (value: unknown) => boolean, words: { rule?: string; fix?: string } = {}) {
  const shape: Shape = {
    ...words,
    what,
    fault: (value, path) => (holds(value) ? undefined : { path, value, shape }),
  };
  return shape;
}

/** What is checked elsewhere, but has to be there to be looked at. */
export const ANYTHING = plain("anything", () => true);
export const TEXT = plain("a text", (value) => typeof value === "string");
export const NUMBER = plain("a number", Number.isFinite);
export const FLAG = plain("true or false", (value) => typeof value === "boolean");
export const FUNCTION = plain("a function", (value) => typeof value === "function");
export const ANY_OBJECT = plain("an object", (value) => isThing(value) && !Array.isArray(value));

/** A whole number, not below one and not above another. */
export const whole = (least: number, most: number): Shape =>
  plain(
    `a whole number from ${least} to ${most.toLocaleString("en-GB")}`,
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  );

/** A number from one to another. */
export const numberFrom = (least: number, most = Number.POSITIVE_INFINITY): Shape =>
  plain(
    most === Number.POSITIVE_INFINITY ? `a number of ${least} or more` : `a number from ${least} to ${most}`,
    (value) => Number.isFinite(value) && (value as number) >= least && (value as number) <= most,
  );

/** A list or an array of numbers, none of them missing. */
export const NUMBERS: Shape = plain("a list of numbers", (value) => {
  if (!Array.isArray(value) && !(value instanceof Float64Array)) return false;
  for (let i = 0; i < value.length; i++) if (!Number.isFinite(value[i])) return false;
  return true;
});

/** An array of numbers as the engine holds them. */
export const ARRAY: Shape = plain("a Float64Array", (value) => value instanceof Float64Array);

/** One of several texts or numbers. */
export const oneOf = (names: readonly (string | number)[]): Shape =>
  plain(`one of ${names.join(", ")}`, (value) => names.some((name) => name === value));

/** What may be left out. */
export const optional = (shape: Shape): Shape => ({
  ...shape,
  fault: (value, path) => (value === undefined ? undefined : shape.fault(value, path)),
});

/** Either of two. */
export function either(one: Shape, other: Shape): Shape {
  const shape = plain(`${one.what} or ${other.what}`, () => false);
  return {
    ...shape,
    fault(value, path) {
      const faults = [one.fault(value, path), other.fault(value, path)];
      if (faults.includes(undefined)) return undefined;
      // A misspelt key says more than that it is neither.
      return faults.find((fault) => fault?.known) ?? shape.fault(value, path);
    },
  };
}

/** A list of things of one shape, none of them missing. */
export function list(of: Shape, least = 0): Shape {
  const whole = plain(
    `a list${least > 0 ? ` of ${least} or more` : ""}`,
    (value) => (Array.isArray(value) || value instanceof Float64Array) && value.length >= least,
  );
  return {
    ...whole,
    fault(value, path) {
      const wrong = whole.fault(value, path);
      if (wrong) return wrong;
      const given = value as ArrayLike<unknown>;
      for (let i = 0; i < given.length; i++) {
        const fault = of.fault(given[i], `${path}[${i}]`);
        if (fault) return fault;
      }
      return undefined;
    },
  };
}

/** An object with some keys, and maybe others. */
export const keys = (shapes: Readonly<Record<string, Shape>>): Shape => ({
  ...ANY_OBJECT,
  fault(value, path) {
    const wrong = ANY_OBJECT.fault(value, path);
    if (wrong) return wrong;
    for (const [key, shape] of Object.entries(shapes)) {
      const fault = shape.fault((value as Thing)[key], path ? `${path}.${key}` : key);
      if (fault) return fault;
    }
    return undefined;
  },
});

/**
 * An object with these keys and no others, so that a misspelt one is no silence. `T` is its type: a key that is added to the
 * type and forgotten here does not compile.
 */
export function only<T extends object = Readonly<Record<string, unknown>>>(
  shapes: { readonly [K in keyof Required<T>]: Shape },
): Shape {
  const some = keys(shapes);
  const known = Object.keys(shapes);
  return {
    ...some,
    fault(value, path) {
      const wrong = ANY_OBJECT.fault(value, path);
      if (wrong) return wrong;
      const other = Object.keys(value as Thing).find((key) => !known.includes(key));
      if (other === undefined) return some.fault(value, path);
      return { path: path ? `${path}.${other}` : other, value: other, shape: some, known };
    },
  };
}

/** An object whose values have one shape, whatever their keys. */
export const byName = (of: Shape): Shape => ({
  ...ANY_OBJECT,
  fault: (value, path) =>
    ANY_OBJECT.fault(value, path) ??
    keys(Object.fromEntries(Object.keys(value as Thing).map((key) => [key, of]))).fault(value, path),
});

/**
 * Throws a `CadreError` that names the first argument, or the first part of one, that is not what is wanted. Arguments go by
 * their names, as do the shapes that they are held to.
 *
 * @example
 * ```ts
 * import { checkArguments, SHAPES } from "cadre/arguments";
 * const { number, only, optional } = SHAPES;
 * checkArguments({ options: { year: 2035 } }, { options: only({ year: optional(number) }) }); // nothing happens
 * ```
 */
export function checkArguments(
  given: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, Shape>>,
): void {
  if (faultOf(SHAPED, { given, shapes }, "")) throw misused();
  for (const [name, shape] of Object.entries(shapes)) checkArgument(name, given[name], shape);
}

/** As `checkArguments`, of one that is asked so often that a right one may cost next to nothing. */
export function checkArgument(name: string, value: unknown, shape: Shape): void {
  const fault = faultOf(shape, value, name);
  if (fault) throw argumentError(fault);
}

/** What `checkArguments` is itself called with. */
const SHAPED = keys({
  given: plain("arguments", (value) => isThing(value) && Object.keys(value).length >= 0),
  shapes: byName(keys({ what: TEXT, fault: FUNCTION })),
});

/** A proxy may throw whatever it likes when it is looked at. */
function faultOf(shape: Shape, value: unknown, path: string): Fault | undefined {
  try {
    return shape.fault(value, path);
  } catch {
    return { path, value: undefined, shape: plain(`${shape.what} that can be read`, () => false) };
  }
}
