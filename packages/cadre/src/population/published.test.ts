import { expect, test } from "vitest";
import { projectCohorts } from "./cohorts.ts";
import { longRunGrowth } from "./long-run.ts";
import { survivalRatios } from "./survival.ts";

/** Preston, Heuveline and Guillot (2001), Box 6.1: women in Sweden 1993; see tests/reference/published.md. */
const women1993 = [
  293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
  223506, 183654, 141990, 112424,
];
const personYears = [
  497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852, 436153,
  402775, 350358, 271512, 291707,
];
const births = [0, 0, 0, 0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003, 0, 0, 0, 0, 0, 0, 0, 0];
const women1998 = [
  293574, 293189, 248251, 239833, 261015, 284787, 313782, 280463, 285576, 301731, 320974, 243039, 205109, 204944,
  204793, 194419, 142324, 131768,
];

const rates = {
  survival: survivalRatios({
    personYears: Float64Array.from(personYears),
    radix: 100_000,
    interval: 5,
    sexes: 1,
    ages: 18,
  }),
  fertility: Float64Array.from(births),
  sexRatioAtBirth: 1.05,
  interval: 5,
} as const;

test("Swedish women from 1993 to 1998 and 2003, to every printed digit", () => {
  const { years, people } = projectCohorts({ ...rates, from: 1993, years: 10, people: Float64Array.from(women1993) });
  expect(years).toEqual([1993, 1998, 2003]);
  expect(Array.from(people[1]!, Math.round)).toEqual(women1998);
  const total = (at: number) => people[at]!.reduce((sum, count) => sum + count, 0).toFixed(3);
  expect(total(1)).toBe("4449569.727");
  expect(total(2)).toBe("4478712.273");
});

test("in the long run they grow by a factor of 1.00111253 in five years", () => {
  const { growth, growthPerYear, structure } = longRunGrowth(rates);
  expect(growth.toFixed(8)).toBe("1.00111253");
  expect(growthPerYear).toBeCloseTo(Math.log(growth) / 5, 15);
  // A population of that structure only grows: its shares stay.
  const later = projectCohorts({ ...rates, from: 1993, years: 5, people: structure }).people[1]!;
  later.forEach((share, x) => expect(share / structure[x]!).toBeCloseTo(growth, 12));
});

test("the long run is where the projection itself arrives", () => {
  const { people } = projectCohorts({ ...rates, from: 1993, years: 2000, people: Float64Array.from(women1993) });
  const totals = people.map((at) => at.reduce((sum, count) => sum + count, 0));
  expect((totals[400]! / totals[399]!).toFixed(8)).toBe("1.00111253");
});
