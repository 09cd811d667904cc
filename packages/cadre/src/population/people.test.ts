import { expect, test } from "vitest";
import { peopleAt } from "./people.ts";
import type { Population } from "./types.ts";

const town: Population = {
  kind: "fact",
  place: "Town",
  date: "06-30",
  years: [2018, 2023, 2028],
  bands: ["0-64", "65-74", "75-84", "85+"],
  people: [
    [9000, 600, 400, 100],
    [9100, 620, 480, 150],
    [9050, 700, 500, 210],
  ],
};

test("a band is the sum of its parts at every date, between the given years too", () => {
  const dates = [2018.5, 2019.25, 2021, 2024.9, 2028.5];
  const parts = ["65-74", "75-84", "85+"].map((band) => peopleAt(town, band, dates));
  dates.forEach((_, d) => {
    const sum = parts.reduce((total, part) => total + part[d]!, 0);
    expect(peopleAt(town, "65+", dates)[d]).toBeCloseTo(sum, 9);
    expect(peopleAt(town, "all", dates)[d]).toBeCloseTo(sum + peopleAt(town, "0-64", dates)[d]!, 9);
  });
});
