import { afterAll, describe, expect, test } from "vitest";
import { Trial } from "./children.ts";
import { corpus } from "./corpus.ts";
import { inputOf, originals } from "./inputs.ts";
import { type FuzzInput, judged } from "./judge.ts";

/** The same inputs each time; `npm run fuzz` tries others. */
const SEED = 20_261_129;
const SECONDS = 4;

describe("spoilt files", () => {
  const trial = new Trial();
  afterAll(() => trial.close());

  test.each(corpus())("%s, which failed once, gives an answer or one error with its place", async (_, input) => {
    expect(await trial.fault(input)).toBeUndefined();
  });

  test("give an answer that keeps the laws, or one error with its place", async () => {
    const until = Date.now() + SECONDS * 1000;
    const from = originals();
    for (let number = 0; number < 50 || Date.now() < until; number++) {
      const input = inputOf(SEED, number, from);
      expect(await trial.fault(input), `${input.kind} ${SEED} ${number}`).toBeUndefined();
    }
  });
});

test("the files they are made from are right", () => {
  for (const input of new Map(originals().map((one) => [one.text, one])).values())
    expect(judged(input), input.text.slice(0, 200)).toBeUndefined();
});

test("an error of another kind is seen", async () => {
  const trial = new Trial();
  const nothing = JSON.parse('{ "kind": "nothing" }') as FuzzInput;
  expect(await trial.fault(nothing)).toMatch(/^threw TypeError/);
  trial.close();
});
