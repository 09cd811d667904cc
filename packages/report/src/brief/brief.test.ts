import { ensembles, run } from "cadre";
import { describe, expect, it } from "vitest";
import { boardPack } from "../pack/board-pack.ts";
import { townPack } from "../town.test-data.ts";

const { system, results, decomposition } = townPack();
const uncertainties = [{ parameter: "recruitment.effort", multiply: { p10: 0.7, p90: 1.3 } }];
const unsure = results.slice(0, 2).map(({ data }) => ({ ...data.resolved.scenario, uncertainties }));
const made = await ensembles(system, unsure, { draws: 20, seed: 7 });
const { pages } = boardPack(results, { ensembles: made, decomposition });

describe("what a board is shown", () => {
  it("is nine pages where there is more, without what others say as well", () => {
    expect(pages.filter(({ so }) => so !== undefined).map(({ id }) => id)).toEqual([
      ...["decision", "supply-and-demand", "why-the-gap-changes", "where-the-gap-is", "what-the-plan-changes"],
      ...["interventions", "how-sure", "who-retires", "costs"],
    ]);
    // The others keep a headline, for looking up.
    expect(pages.find(({ id }) => id === "scenarios")?.headline).toMatch(
      /^3 scenarios: [\d,]+ to [\d,]+ FTE short in 2029$/,
    );
  });

  it("counts what has no price as the page of the decision does", () => {
    const free = ["a", "b", "c"].map((id) => ({
      ...{ id, title: id },
      changes: [{ parameter: "recruitment.effort", where: { pool: "care" }, multiply: 1.1 }],
    }));
    const [today, plan] = results;
    const interventions = [...(plan?.data.resolved.scenario.interventions?.slice(0, 1) ?? []), ...free];
    const dear = run(system, { id: "dear", title: "Dear", interventions });
    const told = boardPack(today ? [today, dear] : []).pages;
    const decision = told.find(({ id }) => id === "decision");
    expect(decision?.title).toContain("3 of 4 prices missing");
    expect(decision?.so?.find(({ mark }) => mark === "Price the plan")?.words).toContain("for 3 of 4 interventions");
    expect(told.find(({ id }) => id === "costs")?.so?.at(-1)?.mark).toBe("3 of 4");
  });

  it("has one basis: no number of the run beside medians of draws", () => {
    const headlineOf = (of: typeof pages) => of.find(({ id }) => id === "interventions")?.headline;
    expect(headlineOf(pages)).toBe("“Keep people” closes most");
    expect(headlineOf(boardPack(results, { decomposition }).pages)).toMatch(
      /^“Keep people” closes most: about \d+ FTE$/,
    );
  });

  it("is told in at most twelve words and three things a page", () => {
    for (const { headline, title, so = [] } of pages) {
      expect((headline ?? title).split(" ").length, headline).toBeLessThanOrEqual(12);
      expect(so.length).toBeLessThanOrEqual(3);
    }
  });
});
