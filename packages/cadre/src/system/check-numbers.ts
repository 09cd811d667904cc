import { checkSystem } from "../error/argument.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { readable } from "../error/readable.ts";
import { factsAt, parameterAt } from "../model/parameter-of.ts";
import { outsideRule } from "./field/number.ts";
import { isRecord, showValue } from "./field/problem.ts";
import { isNumberHolder, numbersOf } from "./numbers.ts";
import type { System } from "./types.ts";

/**
 * Holds the numbers of a system that code has made to the rules of those in a file. What was read from a file is frozen,
 * and has been checked. Throws a `CadreError` with the path of each number that breaks its rule.
 */
export function checkNumbers(system: System): void {
  checkSystem(system);
  if (Object.isFrozen(system)) return;
  const [first, ...others] = readable("system", () => [
    ...plainNumbers(system),
    ...plainFormulas(system),
    ...outsideRules(system),
  ]);
  if (first) throw new CadreError(first, others);
}

function outsideRules(system: System): Problem[] {
  return numbersOf(system).flatMap(({ path, value }): Problem[] => {
    const { rule } = factsAt(path);
    const fault = outsideRule(value, rule);
    return fault
      ? [{ path, value: showValue(value), rule: rule.says, fix: `Give a number such as ${rule.example}.`, ...fault }]
      : [];
  });
}

/** Formulas as text, where the engine looks for one that was read. */
function plainFormulas({ demand }: System): Problem[] {
  return Object.entries(demand).flatMap(([id, { formula }]): Problem[] =>
    formula === undefined || isRecord(formula)
      ? []
      : [
          {
            code: "plain-formula",
            message: "A formula of a system is one that was read.",
            path: `demand.${id}.formula`,
            value: showValue(formula),
            rule: "In code a formula is what compileFormula gives as `data`.",
            fix: 'Write formula: compileFormula("base * 2").data, from cadre/formula.',
          },
        ],
  );
}

/** Numbers that stand by themselves where the engine looks for one with its unit. */
function plainNumbers(value: unknown, path = ""): Problem[] {
  if (typeof value === "number" && parameterAt(path)?.labels.length === 0)
    return [
      {
        code: "plain-number",
        message: "A number of a system is a record with a unit.",
        path,
        value: showValue(value),
        rule: "In code a number is { value, unit, written }, as parseSystem makes it.",
        fix: "Change the value in a copy of what parseSystem has read, or write a file.",
      },
    ];
  if (typeof value !== "object" || value === null || isNumberHolder(value)) return [];
  return Object.entries(value).flatMap(([key, inside]) => plainNumbers(inside, path ? `${path}.${key}` : key));
}
