import {
  CadreError,
  compare,
  decompose,
  ensemble,
  ensembles,
  explain,
  inputEffects,
  parseChecks,
  parseScenario,
  parseSystem,
  run,
} from "cadre";
import { parseSeries } from "cadre/backtest";
import { parsePlan, solve } from "cadre/decide";
import { parseFundingRules } from "cadre/funding";
import { explainable, parseObserved } from "cadre/results";
import { parseIntervention } from "cadre/scenarios";
import { expect, test } from "vitest";

// What a program may hand over by mistake, in the place of every argument that is not an option.

const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const hostile: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", Number.NaN],
  ["an object", {}],
  ["a list", []],
  ["a list with holes", new Array(3)],
  ["a promise", Promise.resolve({})],
  ["a function", () => 1],
  ["a cycle", cycle],
  ["a text", "scenarios/cumbria/system.yaml"],
  ["a symbol", Symbol("s")],
  [
    "a proxy",
    new Proxy(
      {},
      {
        get: () => {
          throw new TypeError("no");
        },
      },
    ),
  ],
];

const town = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2025-03-31 }
axes: { age: none }
pools:
  care: { title: Care, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const today = run(town);

type Call = (...given: unknown[]) => unknown;
/** Each with arguments that are right. */
const exported: readonly (readonly [string, unknown, readonly unknown[]])[] = [
  ...[
    ["parseSystem", parseSystem],
    ["parseScenario", parseScenario],
    ["parseChecks", parseChecks],
    ["parseIntervention", parseIntervention],
    ["parseFundingRules", parseFundingRules],
    ["parseObserved", parseObserved],
    ["parseSeries", parseSeries],
    ["parsePlan", parsePlan],
  ].map(([name, parse]) => [String(name), parse, [""]] as const),
  ["run", run, [town, {}]],
  ["ensemble", ensemble, [town, {}]],
  ["ensembles", ensembles, [town, [{}]]],
  ["inputEffects", inputEffects, [town, {}]],
  ["explain", explain, [town, {}, { measure: "gap" }]],
  ["explainable", explainable, [town]],
  ["compare", compare, [[today]]],
  ["decompose", decompose, [today, today]],
  ["solve", solve, [town, { levers: [], targets: [] }]],
];

/** What leaves a function, if anything does. */
async function thrownBy(call: Call, given: readonly unknown[]): Promise<unknown> {
  try {
    await call(...given);
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each(exported)("only a CadreError leaves %s, whatever it is given", async (_, call, right) => {
  for (const [what, value] of hostile)
    for (const i of right.keys()) {
      const thrown = await thrownBy(
        call as Call,
        right.map((argument, j) => (j === i ? value : argument)),
      );
      if (thrown !== undefined)
        expect(thrown, `${what} as argument ${i + 1}: ${String(thrown)}`).toBeInstanceOf(CadreError);
    }
});

test("a forgotten await and a path instead of a text are named", async () => {
  expect(await thrownBy(run as Call, [Promise.resolve(town)])).toMatchObject({
    code: "wrong-argument",
    value: "a promise",
    fix: expect.stringContaining("await"),
  });
  expect(await thrownBy(parseSystem as Call, [undefined])).toMatchObject({ value: "undefined" });
});
