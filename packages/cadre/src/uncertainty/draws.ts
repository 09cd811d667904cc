import type { PoolMeasure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import { type Engine, ensembleEngine } from "../projection/engine.ts";
import { groupsOf } from "../projection/groups.ts";
import { Layout } from "../projection/layout.ts";
import { MeasureColumns } from "../projection/measure-columns.ts";
import { project } from "../projection/project.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { Chance } from "../supply/by-chance.ts";
import type { System } from "../system/types.ts";
import { chanceOf } from "./chance.ts";
import { DrawnModel } from "./drawn-model.ts";
import { type Uncertain, uncertainties, withUncertain } from "./uncertain.ts";

/** What is drawn: a system under scenarios. Plain data, the same for all blocks of an ensemble. */
export interface DrawWork {
  /** A name that no other work of the same thread has. */
  readonly key: string;
  readonly system: System;
  readonly scenarios: readonly Scenario[];
  /** Ids of the uncertain numbers, in the order of a draw's shares. */
  readonly ids: readonly string[];
  readonly measures: readonly PoolMeasure[];
  /** Whether each career is left to chance, and the seed of that. */
  readonly noise: boolean;
  readonly seed: number | string;
  /** Number of the first of all its draws; 0 when left out. */
  readonly first?: number;
}

/** Some draws of it: where in its distribution each uncertain number lies, between 0 and 1, by (draw, id). */
export interface DrawTask {
  readonly work: DrawWork;
  /** Place of the first draw among those of the work. */
  readonly from: number;
  readonly shares: Float64Array;
  readonly count: number;
}

/** What the draws came to, for each scenario. */
export interface DrawBlock {
  /** By draw, then number, as `Layout` places them. */
  readonly values: readonly Float64Array[];
  /** Draws whose numbers contradicted each other, for which the centre stands. */
  readonly refused: readonly number[];
}

/** One scenario, ready to be drawn. */
class Drawing {
  private readonly model: DrawnModel;
  private readonly engine: Engine;
  private readonly known: readonly Uncertain[];
  private readonly places: readonly (readonly string[])[];
  /** Where the shares of each uncertain number stand; below 0 for one that is not drawn and stays at its middle. */
  private readonly shares: readonly number[];
  private readonly layout: Layout;
  private columns: MeasureColumns | undefined;
  private block = new Float64Array(0);

  constructor({ system, ids, measures }: DrawWork, scenario: Scenario) {
    this.known = uncertainties(system, scenario);
    const { scenario: whole, places } = withUncertain(scenario, this.known);
    this.places = places;
    this.shares = this.known.map(({ id }) => ids.indexOf(id));
    this.model = new DrawnModel(system, whole, places.flat());
    this.engine = ensembleEngine(this.model.middle, this.model.lasting);
    this.layout = new Layout(groupsOf(this.model.middle), measures, this.model.middle);
  }

  /** Numbers that are kept of a draw. */
  get width(): number {
    return this.layout.width;
  }

  /** Memory for the numbers of a block, which the next block writes over. */
  memory(count: number): Float64Array {
    const length = this.width * count;
    if (this.block.length !== length) this.block = new Float64Array(length);
    return this.block;
  }

  /** Makes one draw and writes its numbers to `out` from the place `at`; whether they agreed with each other. */
  draw(shares: Float64Array, chance: Chance | undefined, out: Float64Array, at: number): boolean {
    for (let i = 0; i < this.known.length; i++) {
      const share = shares[this.shares[i]!];
      if (share === undefined) continue;
      const found = this.known[i]!.at(share);
      for (const place of this.places[i]!) this.model.set(place, found);
    }
    const resolved = this.model.ifSound();
    this.write(resolved ?? this.model.middle, chance, out, at);
    return resolved !== undefined;
  }

  private write(resolved: Resolved, chance: Chance | undefined, out: Float64Array, from: number): void {
    const { engine } = this;
    const projection = project(resolved, { keep: "totals", engine, ...(chance && { chance }) });
    if (this.columns) this.columns.next(resolved, projection);
    this.columns ??= new MeasureColumns(resolved, projection);
    const { columns } = this;
    this.layout.each((group, measure, start) => columns.write(group, measure, out, from + start));
  }
}

/** The work of the last task: the next one is most often of the same ensemble. */
let last: { readonly key: string; readonly drawings: readonly Drawing[] } | undefined;

/** Makes the draws of a task, each scenario with the same shares; the next task of the same work writes over them. */
export function drawBlock({ work, from, shares, count }: DrawTask): DrawBlock {
  const { key, scenarios, ids, noise, seed, first = 0 } = work;
  if (last?.key !== key) last = { key, drawings: scenarios.map((scenario) => new Drawing(work, scenario)) };
  const refused = scenarios.map(() => 0);
  const values = last.drawings.map((drawing, s) => {
    const out = drawing.memory(count);
    for (let d = 0; d < count; d++) {
      const own = shares.subarray(d * ids.length, (d + 1) * ids.length);
      if (!drawing.draw(own, noise ? chanceOf(seed, first + from + d) : undefined, out, d * drawing.width))
        refused[s]!++;
    }
    return out;
  });
  return { values, refused };
}
