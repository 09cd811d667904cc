import { CadreError } from "./cadre-error.ts";
import { suggest } from "./suggest.ts";

/** What is wrong with something that was handed over. */
export interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly shape: Shape;
  /** The keys there are, where it has another. */
  readonly known?: readonly string[];
}

/** What something handed over has to be. */
export interface Shape {
  /** In words: `a number`. */
  readonly what: string;
  readonly rule?: string;
  readonly fix?: string;
  fault(value: unknown, path: string): Fault | undefined;
}

/** What is wrong with an argument, as an error that says what to pass. */
export function argumentError({ path, value, shape: wanted, known }: Fault): CadreError {
  if (known) return unknownKey(path, String(value), known);
  return new CadreError({
    code: "wrong-argument",
    path,
    message: `This is not ${wanted.what}.`,
    value: said(value),
    rule: wanted.rule ?? `${path} is ${wanted.what}.`,
    fix: wanted.fix ?? (value instanceof Promise ? "Write await before it." : `Pass ${wanted.what}.`),
  });
}

/** What a program handed over, in words. */
function said(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Promise) return "a promise";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Says that `checkArguments` was itself called wrongly. */
export function misused(): CadreError {
  return new CadreError({
    code: "wrong-argument",
    message: "Arguments can only be held to shapes.",
    rule: "Both are objects with the same names, and the values of the second are shapes.",
    fix: "Write checkArguments({ year }, { year: SHAPES.number }).",
  });
}

function unknownKey(path: string, key: string, known: readonly string[]): CadreError {
  return new CadreError({
    code: "unknown-key",
    path,
    message: `There is no option "${key}".`,
    value: key,
    rule: known.length === 0 ? "No option is taken." : `The options are ${known.join(", ")}.`,
    didYouMean: suggest(key, known),
    fix: "Write one of these, or leave it out.",
  });
}
