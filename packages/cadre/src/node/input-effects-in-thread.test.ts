import { expect, test } from "vitest";
import { inputEffects } from "../apart/input-effects.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { CadreError } from "../error/cadre-error.ts";
import { parseSystem } from "../system/parse.ts";
import { file, pool } from "../system/town.test-data.ts";
import { inputEffectsInThread } from "./input-effects-in-thread.ts";

/** A town of so many pools. */
const town = (pools: number) => {
  const names = Array.from({ length: pools }, (_, n) => [`homes-${n}`, pool({ headcount: 100 + n })] as const);
  return parseSystem(JSON.stringify(file(Object.fromEntries(names))));
};

test("a thread finds what the function finds, to the last bit", async () => {
  const system = town(30);
  // Below this none is started.
  expect(assumptionsOf(system).length).toBeGreaterThan(200);
  const found = await inputEffectsInThread(system, {}, { pool: "homes-3", year: 2021 });
  expect(found).toEqual(inputEffects(system, {}, { pool: "homes-3", year: 2021 }));
  expect(found.some(({ effect = 0 }) => effect !== 0)).toBe(true);
});

test.each([2, 30])("of %i pools, rejects with what is wrong with the question", async (pools) => {
  await expect(inputEffectsInThread(town(pools), {}, { pool: "hoems-1" })).rejects.toThrow(CadreError);
});
