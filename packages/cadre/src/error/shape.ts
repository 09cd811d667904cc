import { CadreError } from "./cadre-error.ts";

/** What is wrong with something that was handed over. */
interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly shape: Shape;
}

/** What something handed over has to be. */
export interface Shape {
  /** In words: `a number`. */
  readonly what: string;
  readonly rule?: string;
  readonly fix?: string;
  fault(value: unknown, path: string): Fault | undefined;
}

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
export const either = (one: Shape, other: Shape): Shape =>
  plain(`${one.what} or ${other.what}`, (value) => !one.fault(value, "") || !other.fault(value, ""));

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

/** An object with some keys. */
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

/** An object whose values have one shape, whatever their keys. */
export const byName = (of: Shape): Shape => ({
  ...ANY_OBJECT,
  fault: (value, path) =>
    ANY_OBJECT.fault(value, path) ??
    keys(Object.fromEntries(Object.keys(value as Thing).map((key) => [key, of]))).fault(value, path),
});

/** What a program handed over, in words. */
function said(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Promise) return "a promise";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Throws a `CadreError` that names the first argument, or the first part of one, that is not what is wanted. */
export function checkArguments(given: Thing, shapes: Readonly<Record<string, Shape>>): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const fault = faultOf(shape, given[name], name);
    if (!fault) continue;
    const { path, value, shape: wanted } = fault;
    const promise = value instanceof Promise;
    throw new CadreError({
      code: "wrong-argument",
      path,
      message: `This is not ${wanted.what}.`,
      value: said(value),
      rule: wanted.rule ?? `${path} is ${wanted.what}.`,
      fix: wanted.fix ?? (promise ? "Write await before it." : `Pass ${wanted.what}.`),
    });
  }
}

/** A proxy may throw whatever it likes when it is looked at. */
function faultOf(shape: Shape, value: unknown, path: string): Fault | undefined {
  try {
    return shape.fault(value, path);
  } catch {
    return { path, value: undefined, shape: plain(`${shape.what} that can be read`, () => false) };
  }
}
