import { describe, expect, it } from "vitest";
import { numberTitle, numberWords } from "./number-words.ts";
import { pool, town } from "./town.test-data.ts";

const system = town(
  {
    care: pool({ title: "Home care", recruitment: { from: { hospital: "10%" } } }),
    hospital: pool({ title: "Hospital" }),
  },
  {
    moves: [{ from: "care", to: "hospital", rate: "1%", kind: "hazard" }],
    shifts: [
      { from: "hospital", to: "care", share: "1%", start: 2020 },
      { from: "hospital", to: "care", share: "2%", start: 2025 },
    ],
  },
);

describe("a number of a system in words", () => {
  it.each([
    ["pools.care.headcount", "Home care: headcount"],
    ["pools.care.leaving.byTenure.0", "Home care: leaving by length of service, 0"],
    ["pools.care.recruitment.from.hospital", "Home care: share of recruits drawn from Hospital"],
    ["demand.care.drivers.0.population.65+", "Home care: weight of the people served, 65+"],
    ["moves.0.rate", "Moves from Home care to Hospital: rate of moving"],
    ["shifts.1.share", "Share of the work that moves, no. 2"],
    ["population.2030.65+", "People, 2030, 65+"],
    ["population.error.0-15", "People more than projected, ten years on, 0-15"],
    ["retirement.nhs.60", "Retirement rate, nhs, 60"],
    ["demand.care.funded", "Home care: demand funded"],
    ["pools.care.recruitment.mode", "Home care: recruitment mode"],
  ])("%s is “%s”", (path, title) => expect(numberTitle(system, path)).toBe(title));

  it("leaves the label out of the quantity", () =>
    expect(numberWords(system, "pools.care.ages.16-29").quantity).toBe("shares by age"));
});
