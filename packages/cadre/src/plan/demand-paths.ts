import { checkFormulas } from "../base-year/contradictions.ts";
import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { type ChangedDemand, type DemandPath, demandPath, movedDemand } from "../demand/demand.ts";
import { postsGiven } from "../demand/workload.ts";
import { byDemandGrowth } from "../model/demand-growths.ts";
import type { ParameterName } from "../model/parameters.ts";
import type { System } from "../system/types.ts";
import { vacantOf } from "../system/vacancies.ts";
import { sexAgesOf } from "../table/axes.ts";
import { HeldYears } from "./held-years.ts";
import type { Resolved } from "./resolved.ts";

/** Posts needed and paid for, by pool at each reference date; each call writes over what the last one gave. */
export class DemandPaths {
  private readonly system: System;
  private readonly ids: readonly string[];
  private readonly dates: readonly number[];
  private readonly base: number;
  private readonly changed: readonly ChangedDemand[];
  private readonly paths: readonly DemandPath[];
  private readonly needed: readonly Float64Array[];
  private readonly funded: Float64Array[];
  private readonly posts: Float64Array;
  /** What changes make of a shift's share or of a substitution's FTE. */
  private readonly shifted: (parameter: ParameterName) => NumberChange | undefined;
  /** By pool, dates at which shifts and substitutions would move more posts than there are. */
  private readonly short: readonly HeldYears[];
  /** FTE in post by pool, and what they were counted from. */
  private inPost: Float64Array | undefined;
  private opening: Float64Array | undefined;
  private fte: Float64Array | undefined;

  constructor(system: System, changes: ScenarioChanges, dates: readonly number[]) {
    this.system = system;
    this.ids = Object.keys(system.pools);
    this.dates = dates;
    this.base = Number(system.calendar.base.slice(0, 4));
    this.changed = this.ids.map((_, p) => ({
      posts: changes.of("demand.posts", p),
      funded: changes.of("demand.funded", p),
      ...byDemandGrowth((name) => changes.of(`demand.${name}`, p)),
    }));
    const path = () => new Float64Array(dates.length);
    this.paths = this.ids.map(() => ({ demand: path(), funded: path() }));
    this.needed = this.paths.map(({ demand }) => demand);
    this.funded = this.paths.map(({ funded }) => funded);
    this.posts = new Float64Array(this.ids.length);
    this.short = this.ids.map(() => new HeldYears());
    this.shifted = (parameter) => changes.of(parameter);
  }

  /** Throws a `CadreError` when a formula comes to no number of posts. */
  check(opening: Float64Array, fte: Float64Array): void {
    checkFormulas(this.system, this.postsAt(opening, fte), this.dates);
  }

  /** From the `opening` heads by (pool, sex, age, tenure) and their FTE a head by (pool, sex, age). */
  at(opening: Float64Array, fte: Float64Array): Pick<Resolved, "demand" | "funded"> {
    const { system, ids, dates, base, changed, paths } = this;
    const posts = this.postsAt(opening, fte);
    for (let p = 0; p < ids.length; p++)
      demandPath(posts[p]!, system.demand[ids[p]!], system.population, dates, base, changed[p], paths[p]);
    for (const short of this.short) short.clear();
    const demand = movedDemand(
      ids,
      this.needed,
      system.shifts,
      system.substitutions,
      base,
      this.shifted,
      (p, y, wanted, there) => this.short[p]!.add(base + y, wanted, there),
    );
    // A budget with a path of its own pays for what it says; one that follows demand follows it everywhere.
    for (let p = 0; p < ids.length; p++) {
      if (system.demand[ids[p]!]?.funded) continue;
      const { funded: change } = changed[p]!;
      const { funded } = paths[p]!;
      funded.set(demand[p]!);
      change?.along(funded, base + 1, 1);
    }
    return { demand, funded: this.funded };
  }

  /** What has to be said of posts that could not be moved. */
  warnings(): string[] {
    return this.ids.flatMap((id, p) => {
      const { years, furthest } = this.short[p]!;
      if (!furthest) return [];
      const { year, asked, held } = furthest;
      return [
        `Shifts and substitutions would move more posts out of "${id}" than it has, in ${years.join(", ")}: ${asked.toFixed(1)} FTE of ${held.toFixed(1)} in ${year}. All that are there move, in proportion.`,
      ];
    });
  }

  /** Posts at the base date: given, or those in post and the vacancies beside them. */
  private postsAt(opening: Float64Array, fte: Float64Array): Float64Array {
    const { system, ids, posts } = this;
    const inPost = this.inPostAt(opening, fte);
    for (let p = 0; p < ids.length; p++) {
      const vacant = vacantOf(system.pools[ids[p]!]!);
      posts[p] = postsGiven(system.demand[ids[p]!]) ?? inPost[p]! / (1 - vacant);
    }
    return posts;
  }

  /** FTE of each pool at the base date. */
  private inPostAt(opening: Float64Array, fte: Float64Array): Float64Array {
    if (this.inPost && this.opening === opening && this.fte === fte) return this.inPost;
    [this.opening, this.fte] = [opening, fte];
    const { axes } = this.system;
    const entries = sexAgesOf(axes);
    const cells = entries * axes.tenure;
    this.inPost = Float64Array.from(this.ids, (_, p) => {
      let sum = 0;
      for (let c = 0; c < cells; c++) sum += opening[p * cells + c]! * fte[p * entries + Math.floor(c / axes.tenure)]!;
      return sum;
    });
    return this.inPost;
  }
}
