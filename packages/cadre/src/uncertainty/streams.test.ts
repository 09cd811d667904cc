import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { stream } from "./streams.ts";

test.each([
  [1, "careers", 0],
  [20261129, "leaving.rate", 999],
  ["spring", "demand", 7],
] as const)(
  "numbers are those of seedrandom's alea to the last bit, after its first: %s, %s, %i",
  (seed, id, block) => {
    const [next, alea] = [stream(seed, id, block), seedrandom.alea(`${seed}|${block}|${id}`)];
    alea.double();
    const numbers = Array.from({ length: 5000 }, next);
    expect(numbers).toEqual(numbers.map(() => alea.double()));
    expect(numbers.every((number) => number > 0 && number < 1)).toBe(true);
  },
);
