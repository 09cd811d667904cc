import type { Resolved } from "../plan/resolved.ts";
import { addFromAbroad } from "../supply/abroad.ts";
import { ByChance, type Chance, type ChanceTally, noChanceTally } from "../supply/by-chance.ts";
import type { Coefficients } from "../supply/coefficients.ts";
import { PlannedMoves } from "../supply/planned-moves.ts";
import { Recruiter } from "../supply/recruit.ts";
import type { RecruitStep } from "../supply/recruit-step.ts";
import { leaversOf, Returners } from "../supply/returners.ts";
import { type CourseTally, noTally, Training } from "../supply/training.ts";
import type { Detail } from "./detail.ts";
import type { Engine } from "./engine.ts";
import type { Flows } from "./flows.ts";
import { afterBirthdays, Posts } from "./posts.ts";
import { addLeavers, addStocks, setByChance } from "./totals.ts";

/** A projection on its way through the model years: who is there, in training, or may come back. */
export class ModelYears {
  readonly training: Training;
  readonly planned: PlannedMoves;
  private readonly resolved: Resolved;
  private readonly engine: Engine;
  private readonly flows: Flows;
  private readonly detail: Detail | undefined;
  private readonly byChance: ByChance | undefined;
  private readonly returners: Returners;
  private readonly recruiter: Recruiter;
  private readonly posts: Posts;
  private readonly filling: boolean;
  /** Finishers, returners, people from abroad and people moved as planned of the step at hand by (pool, sex, age), each empty when there never are any. */
  private pipeline: Float64Array;
  private returning: Float64Array;
  private abroad: Float64Array;
  private moved: Float64Array;
  /** What recruits of the year at hand are multiplied by, by pool. */
  private response: Float64Array | undefined;

  constructor(
    resolved: Resolved,
    engine: Engine,
    flows: Flows,
    detail: Detail | undefined,
    chance: Chance | undefined,
  ) {
    const { size, ages, joiners, leaversBefore } = resolved;
    const entries = size.pools * size.entries;
    this.resolved = resolved;
    this.engine = engine;
    this.flows = flows;
    this.detail = detail;
    this.byChance = chance && new ByChance(chance, size);
    this.training = new Training(joiners.courses, size, ages);
    this.planned = new PlannedMoves(joiners.planned, size, resolved.years.length);
    this.returners = new Returners(joiners.returners, leaversBefore, size, ages);
    this.recruiter = new Recruiter(joiners, size, engine);
    this.posts = new Posts(resolved, this.training);
    this.filling = joiners.recruits.some(({ fill }) => fill);
    this.pipeline = new Float64Array(joiners.courses.length > 0 ? entries : 0);
    this.returning = new Float64Array(joiners.returners.length > 0 ? entries : 0);
    this.abroad = new Float64Array(joiners.abroad.length > 0 ? entries : 0);
    this.moved = new Float64Array(joiners.planned.length > 0 ? entries : 0);
    engine.heads.set(resolved.opening);
    engine.takenFirst.whole = chance && ((people) => chance.whole(people));
    if (chance) for (let c = 0; c < engine.heads.length; c++) engine.heads[c] = chance.whole(engine.heads[c]!);
    this.countStock(0);
  }

  /** Takes a model year; returns what became of each course's people. */
  take(year: number, steps: Coefficients, response?: Float64Array): CourseTally[] {
    const { resolved, engine, flows, training } = this;
    const { size, stepsPerYear, joiners, ages } = resolved;
    this.response = response;
    const row = year * size.pools;
    const tallies = joiners.courses.map(noTally);
    const counted = this.byChance && noChanceTally(size.pools);
    this.planned.beginYear();
    this.detail?.openingStaff?.staff.begin(engine.heads);
    for (let j = 0; j < stepsPerYear; j++) this.takeStep(year, j, steps, tallies, counted);
    this.detail?.keepYear(year, engine.lived);
    addLeavers(flows.totals, year, steps, engine);
    if (counted) setByChance(flows, counted, row);
    this.planned.addMoves(flows.totals, row);
    if (joiners.returners.length > 0)
      this.returners.remember(leaversOf(joiners.returners, steps.hazards, engine.lived, size));
    engine.kernel.ageOneYear(engine.heads, ages, size.tenures);
    training.ageOneYear();
    this.countStock(year + 1);
    training.trainees((year + 1) * 12).forEach((trainees, course) => {
      tallies[course]!.trainees = trainees;
    });
    return tallies;
  }

  private takeStep(
    year: number,
    j: number,
    steps: Coefficients,
    tallies: readonly CourseTally[],
    counted: ChanceTally | undefined,
  ): void {
    const { recruiter, training, engine, byChance } = this;
    const { stepsPerYear, joiners, size } = this.resolved;
    const months = 12 / stepsPerYear;
    const from = (year * stepsPerYear + j) * months;
    this.beginStep();
    engine.takenFirst.clear();
    training.step(from, from + months, engine.heads, steps, engine.takenFirst, this.pipeline, tallies);
    this.planned.step(year, stepsPerYear, engine.heads, steps, engine.takenFirst, this.moved);
    this.returners.add(year, stepsPerYear, this.returning);
    addFromAbroad(joiners.abroad, size, year, stepsPerYear, this.abroad);
    const step = this.stepOf(year, j, from + months, steps);
    const openingStaff = this.detail?.openingStaff?.staff;
    // Person-years are added up from the first step on.
    if (openingStaff && j === 0) engine.lived.fill(0);
    openingStaff?.before(engine);
    if (byChance && counted) recruiter.takeByChance(step, byChance, counted);
    else recruiter.take(step);
    openingStaff?.after(engine, steps);
    this.countJoiners(year);
    this.detail?.keepStep(recruiter, training, this.planned, this.pipeline, this.returning, this.abroad);
  }

  /** Nobody finishes or comes back yet; what is kept in detail is not written over. */
  private beginStep(): void {
    if (this.detail) {
      this.pipeline = new Float64Array(this.pipeline.length);
      this.returning = new Float64Array(this.returning.length);
      this.abroad = new Float64Array(this.abroad.length);
      this.moved.fill(0);
    } else {
      this.pipeline.fill(0);
      this.returning.fill(0);
      this.abroad.fill(0);
      this.moved.fill(0);
    }
  }

  /** What recruits of a step go by; `end` in months after the base date. */
  private stepOf(year: number, j: number, end: number, steps: Coefficients): RecruitStep {
    const { stepsPerYear, fte, ages } = this.resolved;
    const { filling, posts } = this;
    if (filling) posts.setTarget(year, (j + 1) / stepsPerYear, end);
    const last = j === stepsPerYear - 1;
    return {
      steps,
      pipeline: this.pipeline,
      returners: this.returning,
      abroad: this.abroad,
      moved: this.moved,
      first: j === 0,
      year,
      stepsPerYear,
      target: posts.target,
      response: this.response,
      fte: filling && last ? afterBirthdays(fte[year + 1]!, ages) : fte[year + 1]!,
    };
  }

  /** Adds those who joined or were taken out in a step to the flows of its year. */
  private countJoiners(year: number): void {
    const { flows, engine, recruiter } = this;
    const { pools, entries } = this.resolved.size;
    const row = year * pools;
    engine.kernel.total(engine.joiners, pools, engine.sums);
    for (let p = 0; p < pools; p++) {
      flows.joiners[row + p]! += engine.sums[p]!;
      flows.market[row + p]! += recruiter.market[p]!;
      flows.wanted[row + p]! += recruiter.wanted[p]!;
      flows.hires[row + p]! += recruiter.hires[p]!;
      flows.hiredAway[row + p]! += recruiter.hiredAway[p]!;
      flows.unsettled[row + p]! += recruiter.unsettled[p]!;
      if (this.pipeline.length > 0) flows.pipeline[row + p]! += sumOf(this.pipeline, p * entries, (p + 1) * entries);
      if (this.abroad.length > 0) flows.abroad[row + p]! += sumOf(this.abroad, p * entries, (p + 1) * entries);
      if (this.returning.length > 0) flows.returners[row + p]! += sumOf(this.returning, p * entries, (p + 1) * entries);
    }
    this.planned.count(flows.redundancy, row);
    for (const { pool, heads } of this.training.given) flows.training[row + pool]! += sumOf(heads, 0, heads.length);
  }

  /** Counts who is there at a reference date, and what trainees work and need. */
  private countStock(date: number): void {
    const { flows, engine, resolved } = this;
    const { pools } = resolved.size;
    const [from, to] = [date * pools, (date + 1) * pools];
    this.training.posts(date * 12, flows.works.subarray(from, to), flows.backfill.subarray(from, to));
    this.detail?.keepStock(date, engine.heads);
    addStocks(flows, date, engine.fteOf(resolved.fte[date]!), engine);
  }
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
