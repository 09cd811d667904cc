import { expect, test } from "vitest";
import { stream } from "../uncertainty/streams.ts";
import { findBox } from "./box.ts";

const POINTS = 600;

/** Eight inputs between 0 and 1, and points marked by a rule. */
function data(seed: string, marks: (point: readonly number[], chance: number) => boolean) {
  const next = stream("box", seed);
  const inputs = Array.from({ length: 8 }, () => Float64Array.from({ length: POINTS }, next));
  const marked = Uint8Array.from({ length: POINTS }, (_, i) =>
    marks(
      inputs.map((one) => one[i]!),
      next(),
    )
      ? 1
      : 0,
  );
  return { inputs, marked };
}

test.each(["a", "b", "c"])("a box of two of eight inputs is found, with its bounds (%s)", (seed) => {
  const box = findBox(data(seed, (x) => x[1]! < 0.45 && x[6]! > 0.6));
  expect(box?.bounds.map(({ input }) => input)).toEqual([1, 6]);
  expect(box?.coverage).toBeGreaterThanOrEqual(0.9);
  expect(box?.density).toBeGreaterThanOrEqual(0.9);
  expect(box?.bounds[0]?.below).toBeCloseTo(0.45, 1);
  expect(box?.bounds[1]?.above).toBeCloseTo(0.6, 1);
});

test("one that is blurred by chance is found too", () => {
  const box = findBox(data("blurred", (x, chance) => (x[2]! > 0.7 ? chance < 0.95 : chance < 0.02)));
  expect(box?.bounds).toMatchObject([{ input: 2 }]);
});

test.each(["d", "e", "f", "g", "h"])(
  "none is found in noise, nor where nothing or everything is marked (%s)",
  (seed) => {
    expect(findBox(data(seed, (_, chance) => chance < 0.2))).toBeUndefined();
    expect(findBox(data(seed, () => false))).toBeUndefined();
    expect(findBox(data(seed, () => true))).toBeUndefined();
  },
);
