import { implausible, PLAUSIBLE } from "../model/plausible.ts";
import type { NumberRule } from "../model/rules.ts";
import { centre } from "../scenario/centre.ts";
import type { Change } from "../scenario/schema/change.ts";

/** What is wrong with an effect. */
interface EffectFault {
  readonly code: string;
  readonly message: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
}

/**
 * Why a change cannot do what it says, for a number under a rule: it sets or adds what such a number cannot sensibly be,
 * or multiplies by a negative or an outlandish factor. Undefined for one that can.
 */
export function implausibleEffect(change: Change, { kind = "number" }: NumberRule): EffectFault | undefined {
  const [how] = (["set", "multiply", "add"] as const).filter((key) => change[key] !== undefined);
  if (how === undefined) return undefined;
  const value = centre(change[how] ?? 0);
  // Something is added in either direction, by no more than the whole range.
  const checked = how === "add" ? Math.abs(value) : value;
  const doubt = implausible(checked, how === "multiply" ? "factor" : kind);
  if (!doubt || (how === "add" && checked < PLAUSIBLE[kind].least)) return undefined;
  return {
    code: "implausible",
    message: `${how} of ${change.parameter}: ${doubt.message}`,
    value: `${how}: ${value}`,
    rule: "A value far outside the usual range is treated as a mistaken unit.",
    fix: doubt.fix,
  };
}
