import { expect, it } from "vitest";
import { effectTimes } from "./effect-times.ts";

const change = { parameter: "leaving.rate", note: "A tenth fewer leave." };

it("makes a change so many times as large, whichever way it goes, and drops the words of its size", () => {
  const shift = {
    id: "shift",
    title: "Shift",
    from: 2021,
    changes: [
      { ...change, multiply: 0.9 },
      { ...change, add: 2 },
    ],
  };
  expect(effectTimes(shift, 1.5)).toEqual({
    ...{ id: "shift", title: "Shift", from: 2021 },
    changes: [
      { parameter: "leaving.rate", multiply: 0.85 },
      { parameter: "leaving.rate", add: 3 },
    ],
  });
});

it("refuses an effect that it would leave as it is", () => {
  const vague = { id: "vague", title: "Vague", changes: [{ ...change, multiply: { p10: 0.8, p90: 1 } }] };
  expect(() => effectTimes(vague, 2)).toThrow("leaving.rate");
});
