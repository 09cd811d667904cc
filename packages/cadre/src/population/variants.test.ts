import { expect, test } from "vitest";
import type { Population } from "./types.ts";
import { mixVariants } from "./variants.ts";

const variant = (people: number[][], change: Partial<Population> = {}): Population => ({
  place: "Cumbria",
  date: "06-30",
  years: [2023, 2035],
  bands: ["0-64", "65+"],
  kind: "fact",
  source: "ons-2018",
  people,
  ...change,
});
const variants = {
  principal: variant([
    [380, 120],
    [360, 160],
  ]),
  high: variant([
    [380, 120],
    [400, 180],
  ]),
  low: variant([
    [380, 120],
    [340, 120],
  ]),
};

test("the mix is the weighted mean of people, and says so", () => {
  const mixed = mixVariants(variants, { principal: 0.5, high: 0.25, low: 0.25 });
  expect(mixed.people).toEqual([
    [380, 120],
    [365, 155],
  ]);
  expect(mixed).toMatchObject({
    place: "Cumbria",
    years: [2023, 2035],
    kind: "assumption",
    source: "ons-2018",
    note: "50% principal, 25% high, 25% low",
  });
});

test("all weight on one variant is that variant; order changes nothing", () => {
  expect(mixVariants(variants, { high: 1 }).people).toEqual(variants.high.people);
  expect(mixVariants(variants, { high: 1, low: 0 }).people).toEqual(variants.high.people);
  const [one, other] = [mixVariants(variants, { high: 0.3, low: 0.7 }), mixVariants(variants, { low: 0.7, high: 0.3 })];
  expect(one.people).toEqual(other.people);
});

test("variants from different sources have no source in common", () => {
  const others = {
    ...variants,
    low: variant(
      [...variants.low.people].map((row) => [...row]),
      { source: "nomis" },
    ),
  };
  expect(mixVariants(others, { high: 0.5, low: 0.5 }).source).toBeUndefined();
});

test.each([
  ["unknown-variant", { prinicpal: 1 }],
  ["weights-not-whole", { principal: 0.7, high: 0.2 }],
  ["weights-not-whole", {}],
  ["bad-weight", { principal: 1.2, high: -0.2 }],
])("%s", (code, weights) => {
  expect(() => mixVariants(variants, weights)).toThrow(expect.objectContaining({ code }));
});

test("a mistyped variant is offered its nearest name", () => {
  expect(() => mixVariants(variants, { prinicpal: 1 })).toThrow(expect.objectContaining({ didYouMean: "principal" }));
});

test.each([
  ["place", { place: "Somerset" }],
  ["date", { date: "03-31" }],
  ["years", { years: [2023, 2036] }],
  ["bands", { bands: ["0-74", "75+"] }],
] as const)("variants of another %s are refused", (part, change) => {
  const others = { ...variants, low: { ...variants.low, ...change } };
  expect(() => mixVariants(others, { principal: 0.5, low: 0.5 })).toThrow(
    expect.objectContaining({ code: "variants-differ", message: expect.stringContaining(part) }),
  );
  // A variant that counts nothing may differ.
  expect(mixVariants(others, { principal: 1 }).people).toEqual(variants.principal.people);
});
