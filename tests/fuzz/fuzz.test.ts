import { run } from "cadre";
import { readSystem } from "cadre/node";
import { afterAll, describe, expect, test } from "vitest";
import { Trial } from "./children.ts";
import { corpus } from "./corpus.ts";
import { originals, TOWN } from "./inputs.ts";
import { answerTo, type FuzzInput, unlawful } from "./judge.ts";

/** The same inputs each time; `npm run fuzz` tries others. At least the first ones, and what there is time for. */
const SEED = 20_261_129;
const LEAST = 100;
const SECONDS = 3;

describe("spoilt files", () => {
  const trial = new Trial();
  afterAll(() => trial.close());

  test("an error of another kind is seen", async () => {
    const nothing = JSON.parse('{ "kind": "nothing" }') as FuzzInput;
    expect(await trial.fault(nothing)).toMatch(/^threw TypeError/);
  });

  test.each(corpus())("%s, which failed once, gives an answer or one error with its place", async (_, input) => {
    expect(await trial.fault(input)).toBeUndefined();
  });

  test("give an answer that keeps the laws, or one error with its place", async () => {
    const until = Date.now() + SECONDS * 1000;
    const faults: string[] = [];
    await trial.faults(SEED, 0, (number, fault) => {
      if (fault !== undefined) faults.push(`${SEED} ${number}: ${fault}`);
      return number < LEAST || Date.now() < until;
    });
    expect(faults).toEqual([]);
  }, 120_000);
});

test("what most inputs are made from is right as it is", () => {
  const [villages, lone, town] = originals();
  for (const { files } of [villages!, lone!, town!])
    for (const input of files) {
      const result = answerTo(input);
      expect(result && unlawful(result), `${input.kind} of ${input.folder}`).toBeUndefined();
    }
});

test("a result that breaks a law is seen", async () => {
  const result = run(await readSystem(`${TOWN}/system.yaml`));
  expect(unlawful({ ...result, cells: () => Float64Array.of(-1e-9) })).toMatch(/^-1e-9 heads/);
  expect(unlawful({ ...result, rows: () => ({ ...result.rows(), value: [Number.NaN] }) })).toMatch(/is not a number$/);
  const spoilt = run(await readSystem(`${TOWN}/system.yaml`));
  spoilt.data.projection.joiners[0]! += 1e-6;
  expect(unlawful(spoilt)).toMatch(/^heads of homes in 2023/);
});
