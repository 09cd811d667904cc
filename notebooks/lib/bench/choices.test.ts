import { readFileSync } from "node:fs";
import { parseIntervention } from "cadre/scenarios";
import { describe, expect, it } from "vitest";
import { asSet } from "./as-set.ts";
import { readChoices, writtenChoices } from "./written.ts";

const entry = (id: string) => parseIntervention(readFileSync(`data/interventions/${id}.yaml`, "utf8")).intervention;

describe("choices in a link", () => {
  it.each([
    ["what is set at first", undefined, ["previews"]],
    ["another one, set otherwise", "pay_from-2025_reach-0.04_effect-weak_cost-0", ["previews", "pay"]],
    ["one that was ticked at first", "pay,previews_off", ["pay"]],
  ])("come back as they were: %s", (_what, text, ids) => {
    const choices = readChoices(text, ["previews"]);
    expect([...choices.keys()].sort()).toEqual([...ids].sort());
    expect(writtenChoices(choices, ["previews"])).toBe(text);
  });

  it("are left out where they make no sense", () => {
    const choices = readChoices("pay_from-soon_effect-magic_sums-3,,_off", []);
    expect([...choices]).toEqual([["pay", {}]]);
  });
});

describe("an intervention as it is set", () => {
  it("stays as the catalogue has it while nothing is set", () => {
    expect(asSet(entry("care-academy"), {}, 2020)).toEqual(entry("care-academy"));
  });

  it("moves all its years and milestones with its start", () => {
    const centre = asSet(entry("industrial-centre-of-excellence"), { from: 2023 }, 2020);
    expect(centre.changes.map(({ from, until }) => [from, until])).toEqual([
      [2023, 2023],
      [2024, 2024],
      [2025, undefined],
    ]);
    expect(centre.milestones?.map(({ date }) => date)).toEqual(["2023-09", "2024-09", "2025-09"]);
  });

  it("takes the end of its range that is further from no effect for the strong one", () => {
    const ends = (id: string) =>
      (["weak", "strong"] as const).map((effect) => {
        const [change] = asSet(entry(id), { effect }, 2020).changes;
        return Object.values(change?.multiply ?? change?.add ?? {})[0][0].value;
      });
    expect(ends("living-wage")).toEqual([1.04, 0.88]);
    expect(ends("levy-transfer-small-providers")).toEqual([0, 60]);
  });

  it("takes courses in another size, and the reader's cost in place of its own", () => {
    const twice = asSet(entry("nurse-degree-apprenticeship"), { size: 200 }, 2020);
    expect([twice.changes[0]?.add, twice.cost?.perYear]).toEqual([40, 1_080_000]);
    expect(asSet(twice, { cost: 5 }, 2020).cost?.perYear).toBe(5);
  });
});
