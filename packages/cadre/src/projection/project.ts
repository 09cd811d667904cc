import type { Resolved } from "../plan/resolved.ts";
import { ByChance, type Chance, type ChanceTally, noChanceTally } from "../supply/by-chance.ts";
import type { Coefficients } from "../supply/coefficients.ts";
import type { CourseStart } from "../supply/courses.ts";

import { Recruiter, type Step } from "../supply/recruit.ts";
import { leaversByAge, Returners } from "../supply/returners.ts";
import { type CourseTally, Training } from "../supply/training.ts";
import { Engine } from "./engine.ts";
import { newSums } from "./sums.ts";
import { addFlows, addStocks, type Totals } from "./totals.ts";

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
  /** Sums of stocks and of flows by cause, by (date or year, pool). */
  readonly totals: Totals;
  /** Heads at each reference date, from the base on, by (date, pool, sex, age, tenure); empty when only totals are kept. */
  readonly stock: Float64Array;
  /**
   * Person-years lived in each model year, by (year, pool, sex, age, tenure); leavers of a cause are hazard × these. Empty
   * when only totals are kept.
   */
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
  /** External joiners and people taken out in each step, for the record; by step. None when only totals are kept. */
  readonly steps: readonly {
    readonly market: Float64Array;
    readonly pipeline: Float64Array;
    readonly returners: Float64Array;
    readonly taken: readonly Taken[];
  }[];
}

/** What is kept of a projection, and what it works in. */
export interface ProjectOptions {
  /** `totals` leaves out what is by sex, age and tenure. */
  readonly keep?: "everything" | "totals";
  /**
   * One that has served other projections of the same pools and moves; rates it does not keep are taken anew. When only
   * totals are kept, the next projection writes over them.
   */
  readonly engine?: Engine;
  /** Leaves careers to chance; then only totals are kept. */
  readonly chance?: Chance;
}

/** Runs the model year by year. Rates shared between years are worked out once. Method: docs/method/step.md. */
export function project(
  resolved: Resolved,
  { keep = "everything", engine: used, chance }: ProjectOptions = {},
): Projection {
  const { size, years, stepsPerYear, rates, ages } = resolved;
  const { courses, returners: comingBack } = resolved.joiners;
  const { pools, entries, tenures } = size;
  const cells = pools * entries * tenures;
  const everything = keep === "everything" && !chance;
  const engine = used ?? new Engine(resolved);
  // What keeps totals only is read before the next projection.
  const sums = everything ? newSums(years.length, pools) : engine.again(years.length, pools);
  const { joiners, market, wanted, hires, hiredAway, works, backfill, ...totals } = sums;
  const training = new Training(courses, size, ages);
  const out = {
    totals,
    stock: new Float64Array(everything ? (years.length + 1) * cells : 0),
    personYears: new Float64Array(everything ? years.length * cells : 0),
    joiners,
    market,
    wanted,
    hires,
    hiredAway,
    pipeline: sums.pipeline,
    returners: sums.returners,
    training: sums.training,
    works,
    backfill,
    courses: [] as CourseTally[][],
    steps: [] as Projection["steps"][number][],
    traineesAtBase: training.trainees(0),
    intakes: training.begun,
  };

  const { kernel, heads, lived, toTrain } = engine;
  heads.set(resolved.opening);
  const byChance = chance && new ByChance(chance, size);
  toTrain.whole = chance && ((people) => chance.whole(people));
  if (chance) for (let c = 0; c < heads.length; c++) heads[c] = chance.whole(heads[c]!);
  const returners = new Returners(comingBack, resolved.leaversBefore, size, ages);
  const recruiter = new Recruiter(resolved.joiners, size, engine);
  const filling = resolved.joiners.recruits.some(({ fill }) => fill);
  let pipeline = new Float64Array(courses.length > 0 ? pools * entries : 0);
  let returning = new Float64Array(comingBack.length > 0 ? pools * entries : 0);
  const nobody = new Float64Array(pools * entries);
  const months = 12 / stepsPerYear;
  setPosts(0, 0);
  keepStock(0);

  let steps: Coefficients | undefined;
  for (let y = 0; y < years.length; y++) {
    if (steps === undefined || rates[y] !== rates[y - 1]) steps = engine.coefficients(rates[y]!, used !== undefined);
    const tallies = courses.map(noTally);
    const counted = chance && noChanceTally(pools);
    for (let j = 0; j < stepsPerYear; j++) {
      const from = (y * stepsPerYear + j) * months;
      if (everything) {
        pipeline = new Float64Array(pipeline.length);
        returning = new Float64Array(returning.length);
      } else {
        pipeline.fill(0);
        returning.fill(0);
      }
      toTrain.clear();
      training.step(from, from + months, heads, steps, toTrain, pipeline, tallies);
      returners.add(y, stepsPerYear, returning);
      const last = j === stepsPerYear - 1;
      const step: Step = {
        steps,
        pipeline,
        returners: returning,
        first: j === 0,
        year: y,
        stepsPerYear,
        target: filling ? target(y, (j + 1) / stepsPerYear, from + months) : nobody,
        fte: filling && last ? afterBirthdays(resolved.fte[y + 1]!, ages) : resolved.fte[y + 1]!,
      };
      if (byChance && counted) recruiter.takeByChance(step, byChance, counted);
      else recruiter.take(step);
      const row = y * pools;
      kernel.total(engine.joiners, pools, engine.sums);
      for (let p = 0; p < pools; p++) out.joiners[row + p]! += engine.sums[p]!;
      if (pipeline.length > 0) addByPool(pipeline, out.pipeline, row);
      if (returning.length > 0) addByPool(returning, out.returners, row);
      for (let p = 0; p < pools; p++) {
        out.market[row + p]! += recruiter.market[p]!;
        out.wanted[row + p]! += recruiter.wanted[p]!;
        out.hires[row + p]! += recruiter.hires[p]!;
        out.hiredAway[row + p]! += recruiter.hiredAway[p]!;
      }
      for (const { pool, heads: left } of training.given) out.training[row + pool]! += sumOf(left, 0, left.length);
      if (everything)
        out.steps.push({
          market: recruiter.market.slice(),
          pipeline: pipeline.length > 0 ? pipeline : nobody,
          returners: returning.length > 0 ? returning : nobody,
          taken: [
            ...recruiter.hired().map((hire): Taken => ({ ...hire, kind: "hire" })),
            ...training.given.map(
              ({ pool, course, heads: taken }): Taken => ({ from: pool, to: course, kind: "training", heads: taken }),
            ),
          ],
        });
    }
    if (everything) out.personYears.set(lived, y * cells);
    addFlows(out.totals, y, steps, engine);
    if (counted) countByChance(out, counted, y * pools);
    if (comingBack.length > 0)
      returners.remember(
        comingBack.map(({ pool, cause }) => leaversByAge(pool, rates[y]![cause ?? "leaving"], lived, size)),
      );
    kernel.age(heads, ages, tenures);
    training.ageOneYear();
    setPosts(y + 1, (y + 1) * 12);
    keepStock(y + 1);
    training.trainees((y + 1) * 12).forEach((trainees, course) => {
      tallies[course]!.trainees = trainees;
    });
    out.courses.push(tallies);
  }
  return out;

  function keepStock(date: number): void {
    if (everything) out.stock.set(heads, date * cells);
    addStocks(out.totals, date, engine.fteOf(resolved.fte[date]!), out.works, engine);
  }

  function setPosts(date: number, month: number): void {
    training.posts(
      month,
      out.works.subarray(date * pools, (date + 1) * pools),
      out.backfill.subarray(date * pools, (date + 1) * pools),
    );
  }

  /** FTE that the stock of each pool has to come to: funded posts, with what trainees add, less what they work. */
  function target(y: number, share: number, month: number): Float64Array {
    const [works, backfill] = [new Float64Array(pools), new Float64Array(pools)];
    training.posts(month, works, backfill);
    return Float64Array.from(resolved.funded, (path, p) => {
      const posts = path[y]! + (path[y + 1]! - path[y]!) * share;
      return Math.max(0, posts + backfill[p]! - works[p]!);
    });
  }

  function addByPool(values: Float64Array, totals: Float64Array, at: number): void {
    for (let p = 0; p < pools; p++) totals[at + p]! += sumOf(values, p * entries, (p + 1) * entries);
  }
}

/** What chance made of the flows of a year takes the place of what they are on average. */
function countByChance(
  out: Pick<Projection, "totals" | (keyof ChanceTally & keyof Projection)>,
  counted: ChanceTally,
  at: number,
): void {
  const { leaving, retirement, death, movesOut, movesIn, churn, ...joined } = counted;
  for (const [name, values] of Object.entries({ leaving, retirement, death, movesOut, movesIn, churn }))
    out.totals[name as "leaving"].set(values, at);
  for (const [name, values] of Object.entries(joined)) out[name as "market"].set(values, at);
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
  return fte.map((_, i) => fte[i % ages === ages - 1 ? i : i + 1]!);
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
