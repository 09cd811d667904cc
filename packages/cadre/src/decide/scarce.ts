import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { Choices } from "./plan-choices.ts";
import type { PlanQuestion } from "./plan-question.ts";

/** Something of which there is only so much in one year, and how much of it each choice takes. */
export interface Scarcity {
  readonly name: string;
  readonly year: number;
  readonly limit: number;
  /** By place of the choice. */
  readonly used: Float64Array;
}

/** What there is only so much of, by name and model year. */
export function scarcities(
  question: PlanQuestion,
  { choices, ids }: Choices,
  years: readonly number[],
): readonly Scarcity[] {
  const options = new Map(question.options.map((option) => [option.intervention.id, option]));
  return Object.entries(question.limits?.available ?? {}).flatMap(([name, given]) =>
    years.flatMap((year): Scarcity[] => {
      const limit = typeof given === "number" ? given : given[year];
      if (limit === undefined) return [];
      const used = Float64Array.from(choices, ({ option, start, reach, intervention: { until = year } }) => {
        const { uses = {}, intervention } = options.get(ids[option]!)!;
        if (year < start || year > until) return 0;
        return ((uses[name] ?? 0) * reach) / (intervention.reach ?? 1);
      });
      return [{ name, year, limit, used }];
    }),
  );
}

/** Checks what options take of things that are scarce. Throws a `CadreError` for a name or number that makes no sense. */
export function checkScarce({ options, limits = {} }: PlanQuestion): void {
  const names = Object.keys(limits.available ?? {});
  for (const { intervention, uses = {} } of options)
    for (const [name, count] of Object.entries(uses)) {
      if (!names.includes(name))
        throw new CadreError({
          code: "unknown-resource",
          message: `Nobody has said how many "${name}" there are.`,
          path: `plan.options.${intervention.id}.uses`,
          value: name,
          rule: "What an intervention uses is listed under limits.available.",
          fix: `Write limits: { available: { ${name}: 10 } }, for example.`,
          didYouMean: suggest(name, names),
        });
      checkCount(`plan.options.${intervention.id}.uses.${name}`, count);
    }
  for (const [name, given] of Object.entries(limits.available ?? {}))
    for (const count of typeof given === "number" ? [given] : Object.values(given))
      checkCount(`plan.limits.available.${name}`, count);
}

function checkCount(path: string, count: number): void {
  if (count >= 0 && Number.isFinite(count)) return;
  throw new CadreError({
    code: "bad-count",
    message: "This number of places or people cannot be used.",
    path,
    value: String(count),
    rule: "Zero or more.",
    fix: "Correct it.",
  });
}

/** Limits that forbid every choice contradict the question. */
export function checkSomethingAllowed(
  { limits = {} }: PlanQuestion,
  { choices, ids }: Choices,
  scarce: readonly Scarcity[],
): void {
  const { atMost = [], first = [] } = limits;
  const needsAnother = new Set(first.map(([, then]) => then));
  const forbidden = (option: number, place: number) =>
    needsAnother.has(ids[option]!) ||
    atMost.some(({ count, of = ids }) => count === 0 && of.includes(ids[option]!)) ||
    scarce.some(({ used, limit }) => used[place]! > limit);
  if (choices.length === 0 || choices.some(({ option }, place) => !forbidden(option, place))) return;
  throw new CadreError({
    code: "contradictory-limits",
    message: "The limits forbid every option.",
    path: "plan.limits",
    value: ids.join(", "),
    rule: "At least one intervention can be chosen by itself.",
    fix: "Raise a limit, or ask for something within it.",
  });
}
