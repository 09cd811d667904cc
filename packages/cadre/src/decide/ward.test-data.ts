import { type Part, still, town } from "../system/town.test-data.ts";
import type { Solution } from "./answer.ts";
import type { LeverRange } from "./lever-range.ts";
import { solve } from "./solve.ts";

/** A ward that nobody leaves, 40 posts short, with one course of a year. */
export const ward = (course: Part = {}, pools: Part = {}, more: Part = {}) =>
  town(
    { ward: still(), ...pools },
    {
      calendar: { base: "2019-03-31", until: "2025-03-31" },
      demand: { ward: { posts: 140 } },
      pipelines: {
        nursing: {
          title: "Nursing",
          intake: { 2019: 1 },
          lasts: "1 year",
          completion: "80%",
          joins: { ward: "50%" },
          ...course,
        },
      },
      ...more,
    },
  );
/** How many start the course each year. */
export const intake: LeverRange = { parameter: "pipelines.nursing.intake", from: 2019, set: {} };
/** No gap on the ward in 2022. */
export const closed = { pool: "ward", year: 2022, atMost: 0 };
/** What `solve` answers about one lever and one target. */
export const ask = (system = ward(), lever = intake, target: Part = closed) =>
  solve(system, { levers: [lever], targets: [target as typeof closed] });
/** The value that was found for the first lever. */
export const value = (answer: Solution): number =>
  answer.kind === "not-needed" ? Number.NaN : answer.levers[0]!.value;
/** Why the targets cannot be met. */
export const reasons = (answer: Solution): string[] =>
  answer.kind === "cannot-be-met" ? answer.because.map(({ kind }) => kind) : [];
