import { expect, test } from "vitest";
import { pool, town } from "../system/town.test-data.ts";
import { stream } from "../uncertainty/streams.ts";
import { signposts } from "./signposts.ts";
import { bestSplit } from "./split.ts";

test("a split is the planted value, and noise has none", () => {
  const next = stream("splits", "1");
  const x = Float64Array.from({ length: 400 }, next);
  const split = bestSplit(
    x,
    x.map((value) => (value > 0.7 ? 1 : -1)),
  );
  expect(split).toMatchObject({ beyond: "above", saves: 1 });
  expect(split!.value).toBeCloseTo(0.7, 1);
  const below = bestSplit(
    x,
    x.map((value) => 0.2 - value),
  );
  expect(below?.beyond).toBe("below");
  for (let n = 0; n < 20; n++)
    expect(
      bestSplit(
        x,
        Float64Array.from(x, () => next() - 0.7),
      ),
    ).toBeUndefined();
});

test("where leaving turns out high, the other plan is better, and the staff of the first years tell", async () => {
  const system = town({
    carers: pool({
      vacancyRate: "5%",
      leaving: { rate: { value: 0.3, p10: 0.2, p90: 0.4 }, kind: "hazard", scope: "employer" },
    }),
  });
  const growth = { uncertainties: [{ id: "need", parameter: "demand.growthPerHead", add: { p10: -0.04, p90: 0.08 } }] };
  const plans = [
    { id: "productivity", title: "Need less", changes: [{ parameter: "demand.growthPerHead", add: -0.02 }], ...growth },
    { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }], ...growth },
  ];
  const rows = await signposts(system, plans, { draws: 200 });
  expect(rows).toEqual(await signposts(system, plans, { draws: 200 }));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatchObject({ date: `${row.year}-03-31`, pool: "carers", better: { id: "keep" } });
    expect(row.saves).toBeGreaterThan(0);
    expect(row.share).toBeGreaterThan(0.04);
  }
  await expect(signposts(system, plans.slice(1))).rejects.toMatchObject({ code: "no-choice" });
});
