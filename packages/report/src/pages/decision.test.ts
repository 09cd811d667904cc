import { moneyWords } from "@cadre/charts";
import { run } from "cadre";
import type { Signpost } from "cadre/decide";
import { describe, expect, it } from "vitest";
import { boardPack } from "../pack/board-pack.ts";
import { rowsAsRead } from "../pack/cell.ts";
import type { BoardPackOptions } from "../pack/options.ts";
import { keep as keepOf, town } from "../town.test-data.ts";

const system = town();
const today = run(system);
const { cost: _, ...keep } = keepOf("Keep people");
const plan = (cost?: { perYear: number }) =>
  run(system, { id: "plan", title: "The plan", interventions: [{ ...keep, ...(cost && { cost }) }] });
const decisionOf = (results: Parameters<typeof boardPack>[0], options: BoardPackOptions = {}) =>
  boardPack(results, options).pages.find(({ id }) => id === "decision");
const year = 2025;

describe("the page of what the board is asked to decide", () => {
  it("asks for approval of a plan with a target, prices and an effect, with the numbers of the runs", () => {
    const after = plan({ perYear: 250_000 });
    const gap = (result = today) => result.at({ measure: "gap", year });
    const signpost: Signpost = {
      year: 2021,
      date: "2021-03-31",
      pool: "care",
      measure: "headcount",
      beyond: "below",
      value: 900,
      ...{ better: { id: "other", title: "Another plan" }, saves: 10, share: 0.3 },
    };
    const page = decisionOf([today, after], {
      year,
      target: Math.ceil(gap(after)),
      breaks: "leaving is high",
      signposts: [signpost],
    });
    const paid = (result = today) =>
      result.years
        .filter((one) => one <= year)
        .reduce(
          (sum, one) =>
            sum + result.at({ measure: "cost.total", year: one }) - result.at({ measure: "cost.pay", year: one }),
          0,
        );
    expect(page?.title).toBe(`The board is asked to approve “The plan” at ${moneyWords(paid(after) - paid())}`);
    const closed = String(Math.round(gap() - gap(after)));
    expect(page?.points[0]).toContain(`By 2025 it closes ${closed} FTE of the gap`);
    expect(page?.points.join(" ")).toContain("What would break it: leaving is high.");
    expect(page?.points.join(" ")).toContain(
      "Look again on 31 March 2021: where headcount of Home care is below 900, “Another plan” is better.",
    );
    expect(rowsAsRead(page!.tables[0]!)[1]).toEqual(["Asked of the board", "to approve it"]);
  });

  it("recommends nothing without a target or a price, and says what is missing", () => {
    const page = decisionOf([today, plan()], { year });
    expect(page?.title).toBe("Nothing is recommended yet: no target and no prices");
    expect(page?.points.join(" ")).toContain(`which does not mean that it is free: “${keep.title}”`);
    expect(rowsAsRead(page!.tables[0]!).map((row) => row[1])).toContain("no price is stated");
  });

  it("is left out where there is no plan", () => {
    expect(decisionOf([today])).toBeUndefined();
    const risk = run(system, { id: "risk", title: "A risk", kind: "risk", interventions: [keep] });
    expect(decisionOf([today, risk])).toBeUndefined();
  });
});
