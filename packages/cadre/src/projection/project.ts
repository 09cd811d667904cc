import type { Resolved } from "../resolve/resolved.ts";
import { ageOneYear } from "../supply/ageing.ts";
import { type Coefficients, coefficients } from "../supply/coefficients.ts";
import type { CourseStart } from "../supply/courses.ts";
import { takesPeople } from "../supply/plan.ts";
import type { YearRates } from "../supply/rates.ts";
import { Recruiter } from "../supply/recruit.ts";
import { Removal } from "../supply/removal.ts";
import { leaversByAge, Returners } from "../supply/returners.ts";
import { type CourseTally, Training } from "../supply/training.ts";

/** People taken out of a pool in one step: hired by another pool, or entering a course. */
export interface Taken {
  readonly from: number;
  /** Index of the pool that hired them, or of the course they entered. */
  readonly to: number;
  readonly kind: "hire" | "training";
  /** By (sex, age, tenure) of the pool left. */
  readonly heads: Float64Array;
}

/** What the engine computes, in flat arrays: everything else about a result is arithmetic on these. */
export interface Projection {
  /** Heads at each reference date, from the base on, by (date, pool, sex, age, tenure). */
  readonly stock: Float64Array;
  /** Person-years lived in each model year, by (year, pool, sex, age, tenure); leavers of a cause are hazard × these. */
  readonly personYears: Float64Array;
  /** Heads of each model year by (year, pool). */
  readonly joiners: Float64Array;
  readonly market: Float64Array;
  readonly wanted: Float64Array;
  readonly hires: Float64Array;
  readonly hiredAway: Float64Array;
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  /** Left to train. */
  readonly training: Float64Array;
  /** FTE that trainees work, and that they add to demand, at each reference date by (date, pool). */
  readonly works: Float64Array;
  readonly backfill: Float64Array;
  /** What became of each course's people: by model year, then course; and who was in training at the base date. */
  readonly courses: readonly (readonly CourseTally[])[];
  readonly traineesAtBase: readonly number[];
  /** Every intake that began, by month after the base date. */
  readonly intakes: readonly { readonly course: number; readonly start: CourseStart; readonly heads: number }[];
  /** External joiners and people taken out in each step, for the record; by step. */
  readonly steps: readonly {
    readonly market: Float64Array;
    readonly pipeline: Float64Array;
    readonly returners: Float64Array;
    readonly taken: readonly Taken[];
  }[];
}

/** Runs the model year by year. Rates shared between years are worked out once. Method: docs/method/step.md. */
export function project(resolved: Resolved): Projection {
  const { size, years, stepsPerYear, rates, system, ages } = resolved;
  const { pools, entries, tenures } = size;
  const cells = pools * entries * tenures;
  const takes = takesPeople(resolved.joiners);
  const byYear = () => new Float64Array(years.length * pools);
  const byDate = () => new Float64Array((years.length + 1) * pools);
  const out = {
    stock: new Float64Array((years.length + 1) * cells),
    personYears: new Float64Array(years.length * cells),
    joiners: byYear(),
    market: byYear(),
    wanted: byYear(),
    hires: byYear(),
    hiredAway: byYear(),
    pipeline: byYear(),
    returners: byYear(),
    training: byYear(),
    works: byDate(),
    backfill: byDate(),
    courses: [] as CourseTally[][],
    steps: [] as Projection["steps"][number][],
  };

  const heads = resolved.opening.slice();
  const training = new Training(resolved.joiners.courses, size, ages);
  const returners = new Returners(resolved.joiners.returners, resolved.leaversBefore, size, ages);
  const recruiter = new Recruiter(resolved.joiners, size, takes);
  const toTrain = new Removal(size);
  const nobody = new Float64Array(pools * entries);
  const months = 12 / stepsPerYear;
  const traineesAtBase = training.trainees(0);
  setPosts(0, 0);
  out.stock.set(heads);

  let known: { rates: YearRates; steps: Coefficients } | undefined;
  for (let y = 0; y < years.length; y++) {
    if (known?.rates !== rates[y]) {
      const { convention } = system.calendar;
      const steps = coefficients(rates[y], pools, system.axes, 1 / stepsPerYear, convention, takes);
      known = { rates: rates[y], steps };
    }
    const tallies = resolved.joiners.courses.map(noTally);
    const lived = out.personYears.subarray(y * cells, (y + 1) * cells);
    for (let j = 0; j < stepsPerYear; j++) {
      const from = (y * stepsPerYear + j) * months;
      const pipeline = resolved.joiners.courses.length > 0 ? new Float64Array(pools * entries) : nobody;
      const returning = resolved.joiners.returners.length > 0 ? new Float64Array(pools * entries) : nobody;
      toTrain.clear();
      training.step(from, from + months, heads, known.steps, toTrain, pipeline, tallies);
      returners.add(y, stepsPerYear, returning);
      const last = j === stepsPerYear - 1;
      const came = recruiter.take(
        {
          steps: known.steps,
          rates: rates[y],
          heads,
          known: pipeline === returning ? nobody : pipeline.map((n, i) => n + returning[i]),
          training: toTrain,
          year: y,
          stepsPerYear,
          target: target(y, (j + 1) / stepsPerYear, from + months),
          fte: last ? afterBirthdays(resolved.fte[y + 1], ages) : resolved.fte[y + 1],
        },
        lived,
      );
      const row = y * pools;
      addByPool(recruiter.joiners, out.joiners, row);
      addByPool(pipeline, out.pipeline, row);
      addByPool(returning, out.returners, row);
      for (let p = 0; p < pools; p++) {
        out.market[row + p] += came.market[p];
        out.wanted[row + p] += came.wanted[p];
        out.hires[row + p] += came.hires[p];
        out.hiredAway[row + p] += came.hiredAway[p];
      }
      for (const { pool, heads: left } of training.given)
        out.training[row + pool] += left.reduce((sum, n) => sum + n, 0);
      out.steps.push({
        market: came.market,
        pipeline,
        returners: returning,
        taken: [
          ...recruiter.hired.map((hire): Taken => ({ ...hire, kind: "hire" })),
          ...training.given.map(
            ({ pool, course, heads: left }): Taken => ({ from: pool, to: course, kind: "training", heads: left }),
          ),
        ],
      });
    }
    returners.remember(
      resolved.joiners.returners.map(({ pool, cause }) =>
        leaversByAge(pool, rates[y][cause ?? "leaving"], lived, size),
      ),
    );
    ageOneYear(heads, size, ages);
    training.ageOneYear(ages);
    out.stock.set(heads, (y + 1) * cells);
    setPosts(y + 1, (y + 1) * 12);
    training.trainees((y + 1) * 12).forEach((trainees, course) => {
      tallies[course].trainees = trainees;
    });
    out.courses.push(tallies);
  }
  return { ...out, traineesAtBase, intakes: training.begun };

  function setPosts(date: number, month: number): void {
    const { works, backfill } = training.posts(month);
    out.works.set(works, date * pools);
    out.backfill.set(backfill, date * pools);
  }

  /** FTE that the stock of each pool has to come to: funded posts, with what trainees add, less what they work. */
  function target(y: number, share: number, month: number): Float64Array {
    const { works, backfill } = training.posts(month);
    return Float64Array.from(resolved.funded, (path, p) => {
      const posts = path[y] + (path[y + 1] - path[y]) * share;
      return Math.max(0, posts + backfill[p] - works[p]);
    });
  }

  function addByPool(values: Float64Array, totals: Float64Array, at: number): void {
    for (let p = 0, i = 0; p < pools; p++) {
      let sum = 0;
      for (const end = i + entries; i < end; i++) sum += values[i];
      totals[at + p] += sum;
    }
  }
}

const noTally = (): CourseTally => ({
  entrants: 0,
  dropouts: 0,
  graduates: 0,
  joined: 0,
  trainees: 0,
  years: 0,
  missing: 0,
});

/** FTE a head by (pool, sex, age) for people who are about to be a year older. */
function afterBirthdays(fte: Float64Array, ages: number): Float64Array {
  return fte.map((_, i) => fte[i % ages === ages - 1 ? i : i + 1]);
}
