import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { town } from "../system/town.test-data.ts";
import type { SolvedLevers } from "./answer.ts";
import type { LeverLimits } from "./lever-range.ts";
import { solve } from "./solve.ts";
import { value } from "./ward.test-data.ts";

/**
 * General practitioners in the Netherlands, 2009 to 2019: M. van Greuningen, R. S. Batenburg and L. F. J. van der Velden,
 * Human Resources for Health 10:21 (2012), tables 2 to 8. tests/reference/published.md, example 8, has the numbers.
 */
const OPENING = { men: 6129, women: 4086 };
const GONE = { men: 2341, women: 785 };
const THEN = { men: 5301, women: 6945 };
/** Of those who start in the five years that are to be decided: 3,070 at 614 a year, 2,883 finish, 2,690 work in 2019. */
const [STARTED, FINISHED, WORKING, WOMEN] = [3070, 2883, 2690, 0.71];
/** Full-time equivalents of one doctor: printed as 0.822 and 0.551; these give the printed 7,292 and 8,187 in all. */
const FTE = { men: 0.822286, women: 0.551193 };

/** Everybody else who has joined by 2019, from courses begun before and from abroad, as what is left of the printed totals. */
const others = (sex: "men" | "women", share: number) => THEN[sex] - (OPENING[sex] - GONE[sex]) - WORKING * share;

const practitioners = (posts: number) => {
  const pool = (sex: "men" | "women", share: number) => ({
    ...{ title: sex, employer: "Practices", sector: "health", headcount: OPENING[sex], fte: FTE[sex] },
    leaving: { rate: 0, kind: "share-leaving-within-year", scope: "employer" },
    recruitment: { mode: "fixed", recruits: { 2010: 0, 2019: others(sex, share) } },
  });
  return town(
    { men: pool("men", 1 - WOMEN), women: pool("women", WOMEN) },
    {
      calendar: { base: "2009-12-31", until: "2019-12-31", convention: "opening-stock" },
      demand: { men: { posts: posts / 2 }, women: { posts: posts / 2 } },
      pipelines: {
        training: {
          ...{ title: "Vocational training", intake: { 2009: 0 }, lasts: "3 years", completion: FINISHED / STARTED },
          joins: { men: (WORKING / FINISHED) * (1 - WOMEN), women: (WORKING / FINISHED) * WOMEN },
        },
      },
    },
  );
};

/** All who stop within the ten years do so in the first. */
const stopping = (["men", "women"] as const).map((pool) => ({
  ...{ parameter: "leaving.rate", where: { pool }, from: 2010, until: 2010 },
  set: GONE[pool] / OPENING[pool],
}));
const start = { parameter: "pipelines.training.intake", from: 2011, until: 2015 };

// Baseline, scenario 1 (and 2, which is the same for these years) and scenario 3.
test.each([
  [7807, -380, 476],
  [9056, 869, 929],
  [8512, 325, 732],
])("%d FTE of general practitioners need the published intake", (posts, gap, intake) => {
  const system = practitioners(posts);
  const today = run(system, { changes: [...stopping, { ...start, set: 614 }] });
  expect(today.at({ measure: "headcount", year: 2019 })).toBeCloseTo(12_246, 6);
  expect(Math.round(today.at({ measure: "gap", year: 2019 }))).toBe(gap);

  const solved = (set: LeverLimits) => {
    const targets = [{ measure: "gap" as const, year: 2019, atMost: 0 }];
    return solve(system, { scenario: { changes: stopping }, levers: [{ ...start, set }], targets });
  };
  const answer = solved({});
  // The paper rounds to the nearest; whole people for at most no gap are the next above.
  expect(Math.round(value(answer))).toBe(intake);
  expect(value(solved({ whole: true }))).toBe(Math.ceil(value(answer)));
  const again = run(system, (answer as SolvedLevers).scenario);
  expect(Math.abs(again.at({ measure: "gap", year: 2019 }))).toBeLessThan(1e-6);
});
