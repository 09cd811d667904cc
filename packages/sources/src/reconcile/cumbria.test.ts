import { describe, expect, it } from "vitest";
import { addUp } from "./add-up.ts";
import { cumbria } from "./cumbria.test-data.ts";
import { type Reconciliation, reconcile } from "./reconcile.ts";
import { spreadAges } from "./spread-ages.ts";

const percent = (staff: Reconciliation): number[] =>
  Object.values(addUp(staff, ["age"]).values).map((heads) => (100 * heads) / staff.total);

describe("Cumbria's totals", () => {
  it("with all trust in the employer table give the published ages and sexes, and show what the others miss", () => {
    const staff = reconcile(cumbria({ table: 1, appendix: 0, text: 0 }));
    expect(staff.total).toBeCloseTo(33_452, 6);
    // 54.525% to three places; the published digit makes the three shares add up.
    const published = [12.83, 54.53, 32.64];
    percent(staff).forEach((share, i) => expect(Math.abs(share - published[i]!)).toBeLessThan(0.006));
    const { female } = addUp(staff, ["sex"]).values as Record<string, number>;
    expect(female! / staff.total).toBeCloseTo(0.828, 3);
    expect(staff.residuals.slice(-2).map(({ source, difference }) => [source, Math.round(difference)])).toEqual([
      ["appendix", 1490],
      ["text", 1563],
    ]);
    for (const { trust, difference } of staff.residuals)
      if (trust === 1) expect(Math.abs(difference)).toBeLessThan(1e-8);
  });

  it("with trust shared move between the table and the other totals, the more the less it is trusted", () => {
    const totals = [0.9, 0.5, 0.1].map((table) => reconcile(cumbria({ table, appendix: 0.5, text: 0 })).total);
    expect(totals[0]).toBeLessThan(33_452);
    expect(totals[1]).toBeLessThan(totals[0]!);
    expect(totals[2]).toBeLessThan(totals[1]!);
    expect(totals[2]).toBeGreaterThan(31_962);
  });

  it("with the appendix exact keep the employers' ages within", () => {
    const staff = reconcile(cumbria({ table: 0.5, appendix: 1, text: 0 }));
    expect(staff.total).toBeCloseTo(31_962, 6);
    expect(percent(staff)[0]).toBeCloseTo(12.831, 3);
  });

  it("have residuals that add up: of every table, to the total less the table's own", () => {
    const staff = reconcile(cumbria({ table: 0.5, appendix: 0.3, text: 0.2 }));
    const sums = new Map<string, { target: number; fitted: number; difference: number }>();
    for (const { source, target, fitted, difference } of staff.residuals) {
      const sum = sums.get(source) ?? { target: 0, fitted: 0, difference: 0 };
      sums.set(source, {
        target: sum.target + target,
        fitted: sum.fitted + fitted,
        difference: sum.difference + difference,
      });
    }
    expect([...sums.keys()]).toHaveLength(4);
    for (const { target, fitted, difference } of sums.values()) {
      expect(fitted).toBeCloseTo(staff.total, 6);
      expect(difference).toBeCloseTo(staff.total - target, 6);
    }
  });

  it("spread over single ages with every band of every employer kept", () => {
    const staff = reconcile(cumbria({ table: 1, appendix: 0, text: 0 }));
    const single = spreadAges(staff, { until: 75 });
    const ages = addUp(single, ["employer", "age"]).values as Record<string, Record<string, number>>;
    const young = Object.entries(ages["County Council"]!).filter(([age]) => Number(age) < 30);
    expect(young).toHaveLength(14);
    expect(young.reduce((sum, [, heads]) => sum + heads, 0)).toBeCloseTo(2_559 * 0.1262, 9);
    expect(addUp(single, []).values).toBeCloseTo(33_452, 6);
  });
});
