import { datedParameters } from "../changes/dated-parameters.ts";
import { CadreError } from "../error/cadre-error.ts";
import { NUMBER, optional, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import type { ParameterFacts } from "../model/parameter-facts.ts";
import { parameterOf } from "../model/parameter-of.ts";
import { PLAUSIBLE, type Plausible } from "../model/plausible.ts";
import type { Change } from "../scenario/schema/change.ts";
import { namesInPools } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import { WHERE } from "../table/where.ts";

/** How far a lever may go. An end that is left out is the parameter's own limit. */
export interface LeverLimits {
  readonly low?: number;
  readonly high?: number;
  /** Whether only whole numbers make sense, such as people. */
  readonly whole?: boolean;
}

/**
 * What may be decided: a change with a range instead of its number. It has one of `set`, `multiply` and `add`; `{}` allows
 * whatever the parameter can be. If it has none, a number that somebody decides (an intake) is set, and others (a leaving
 * rate) are multiplied.
 */
export interface LeverRange extends Omit<Change, "set" | "multiply" | "add" | "variant"> {
  readonly set?: LeverLimits;
  readonly multiply?: LeverLimits;
  readonly add?: LeverLimits;
}

/** What a program says of what is moved, its value aside. */
export const MOVED = {
  parameter: TEXT,
  where: WHERE,
  from: optional(NUMBER),
  until: optional(NUMBER),
  over: optional(NUMBER),
  note: optional(TEXT),
};

/** A lever that is known to fit a system. */
export interface ReadyLever {
  readonly lever: LeverRange;
  readonly facts: ParameterFacts;
  readonly kind: "set" | "multiply" | "add";
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** The value at which it changes nothing; a number that is set has none. */
  readonly neutral?: number;
}

const KINDS = ["set", "multiply", "add"] as const;
const NEUTRAL: Readonly<Record<(typeof KINDS)[number], number | undefined>> = {
  set: undefined,
  multiply: 1,
  add: 0,
};

/** Checks a lever against a system and works out its limits. Throws a `CadreError` for one that nobody could move. */
export function readyLever(system: System, lever: LeverRange): ReadyLever {
  const kinds = KINDS.filter((kind) => lever[kind] !== undefined);
  if (kinds.length > 1)
    throw fault(lever, "bad-lever", "A lever works in one way.", kinds.join(", "), {
      rule: "One of set, multiply and add, with a range.",
      fix: "Write set: { low: 0, high: 200 }, or set: {} for every value that the number can have.",
    });
  const facts = parameterOf(lever.parameter)?.facts;
  const names = [...datedParameters(system).keys(), ...namesInPools(system)];
  if (!facts || lever.parameter === "population")
    throw new CadreError({
      code: "unknown-parameter",
      message: `"${lever.parameter}" is not a number that can be changed.`,
      path: "levers",
      value: lever.parameter,
      rule: `For example ${names.slice(0, 8).join(", ")}; \`cadre explain\` lists them.`,
      fix: "Correct the parameter.",
      didYouMean: suggest(lever.parameter, names),
    });
  const kind = kinds[0] ?? (facts.decided ? "set" : "multiply");
  const own = ownRange(facts, kind);
  const { low = own.low, high = own.high, whole = false } = lever[kind] ?? {};
  const value = `${low} to ${high}`;
  if (!(low < high))
    throw fault(lever, "empty-range", "There is nothing to choose from.", value, {
      rule: "The low end of a range is below the high end.",
      fix: "Correct one of the two.",
    });
  if (low < own.low || high > own.high)
    throw fault(lever, "range-too-wide", `${kind} of ${lever.parameter} cannot go so far.`, value, {
      rule: `It can be ${own.low} to ${own.high}.`,
      fix: "Narrow the range, or leave an end out for the parameter's own limit.",
    });
  if (whole && Math.ceil(low) > Math.floor(high))
    throw fault(lever, "empty-range", "No whole number lies in this range.", value, {
      rule: "whole: true allows whole numbers only.",
      fix: "Widen the range, or leave whole out.",
    });
  const neutral = NEUTRAL[kind];
  return { lever, facts, kind, low, high, whole, ...(neutral !== undefined && { neutral }) };
}

/** What a change of a parameter can be: within the model's limits and within what can be meant. */
function ownRange({ dated, used, rule }: ParameterFacts, kind: (typeof KINDS)[number]): { low: number; high: number } {
  const { min, max, kind: sense = "number" } = dated ? used : rule;
  if (kind === "multiply") return { low: PLAUSIBLE.factor.least, high: PLAUSIBLE.factor.most };
  const { least, most }: Plausible = PLAUSIBLE[sense];
  const [low, high] = [Math.max(min, least), Math.min(max, most)];
  return kind === "set" ? { low, high } : { low: -high, high };
}

/** The lever as a change, at a value. */
export function leverAt({ lever, kind }: ReadyLever, value: number): Change {
  const { set: _, multiply: _m, add: _a, ...rest } = lever;
  return { ...rest, [kind]: value };
}

function fault(
  { parameter }: LeverRange,
  code: string,
  message: string,
  value: string,
  { rule, fix }: { readonly rule: string; readonly fix: string },
): CadreError {
  return new CadreError({ code, message, path: `levers: ${parameter}`, value, rule, fix });
}
