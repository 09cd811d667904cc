import { SEED } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, only, optional } from "../error/shape.ts";
import { isStock } from "../model/measures.ts";
import { type Engine, ensembleEngine } from "../projection/engine.ts";
import { groupsOf } from "../projection/groups.ts";
import { MeasureColumns } from "../projection/measure-columns.ts";
import { project } from "../projection/project.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { letOthersRun } from "../uncertainty/breathe.ts";
import { DrawnModel } from "../uncertainty/drawn-model.ts";
import { MAKING_DRAWS } from "../uncertainty/make-draws.ts";
import { DRAW_COUNT } from "../uncertainty/most-draws.ts";
import { nothingUncertain } from "../uncertainty/outcome-of-shares.ts";
import { sampledShares } from "../uncertainty/sampling.ts";
import { type Uncertain, uncertainties, withUncertain } from "../uncertainty/uncertain.ts";
import type { Cancel } from "../uncertainty/workers.ts";
import type { LeverValue } from "./answer.ts";
import { leverAt, type ReadyLever } from "./lever-range.ts";
import { findOne } from "./one-root.ts";
import { CLOSE, startOf, stepOf } from "./solve.ts";
import { missedBy as missingOf, type ReadyTarget } from "./target.ts";
import { type SolveQuestion, Trials } from "./trials.ts";
import { wholeFrom } from "./whole.ts";

/** How many draws, and who is told. */
export interface SolveDrawsOptions {
  /** 200 when left out. */
  readonly draws?: number;
  /** 1 when left out; the same draws as an ensemble's of the same seed. */
  readonly seed?: number | string;
  readonly progress?: (done: number, draws: number) => void;
  readonly signal?: Cancel;
}

/** What a lever has to be when the other numbers are not known exactly. */
export interface SolvedDraws {
  readonly lever: Omit<LeverValue, "value">;
  readonly draws: number;
  /** Draws whose numbers contradicted each other; they are left out. */
  readonly refused: number;
  /** What each draw needs: infinite where no value will do, not a number where the draw was refused. */
  readonly needed: Float64Array;
  /** Share of draws in which the target is met without moving the lever from the idle end of its range. */
  readonly notNeeded: number;
  /** Share of draws in which some value within the range meets the target. */
  readonly reachable: number;
  /** Eight of ten draws need a value between these; undefined for an end that no value reaches. */
  readonly interval: { readonly near: number | undefined; readonly far: number | undefined };
  /** The value that makes the target as likely as that; undefined when no value does. */
  readonly likely: readonly { readonly chance: number; readonly value: number | undefined }[];
}

const CHANCES = [0.5, 0.8, 0.9];
const BREATH = 20;

/**
 * What one lever has to be so that a target is met when the other numbers are uncertain: the value needed in each draw,
 * the range that eight of ten draws need, and the value that makes the target 50%, 80% and 90% likely. It is assumed that
 * more of the lever never undoes what less of it has done. A target given as a share is the same number in all draws: it
 * is worked out from the central run.
 *
 * Throws a `CadreError` when nothing is uncertain, or for more than one lever. Method: docs/method/solve.md.
 *
 * @example
 * ```ts
 * import { parseSystem } from "cadre";
 * import { solveDraws } from "cadre/decide";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2028-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       title: Carers
 *       employer: Us
 *       sector: care
 *       headcount: 100
 *       vacancyRate: 8%
 *       leaving: { rate: { value: 30%, p10: 26%, p90: 34% }, kind: hazard, scope: employer }
 * `);
 * const sure = await solveDraws(
 *   system,
 *   { levers: [{ parameter: "recruitment.effort", multiply: {} }], targets: [{ year: 2028, atMost: 0 }] },
 *   { draws: 40 },
 * );
 * sure.likely[1].value; // times today's recruits that close the gap in eight of ten draws
 * ```
 */
export async function solveDraws(
  system: System,
  question: SolveQuestion,
  options: SolveDrawsOptions = {},
): Promise<SolvedDraws> {
  const wanted = only<SolveDrawsOptions>({ draws: optional(DRAW_COUNT), seed: optional(SEED), ...MAKING_DRAWS });
  checkArguments({ options }, { options: wanted });
  const { draws = 200, seed = 1, progress, signal } = options;
  const trials = new Trials(system, question);
  const [lever, target] = [trials.levers[0], trials.targets[0]];
  if (!lever || !target || trials.levers.length > 1 || trials.targets.length > 1)
    throw new CadreError({
      code: "one-lever",
      message: "Draws work with one lever and one target only.",
      value: `${trials.levers.length} levers, ${trials.targets.length} targets`,
      rule: "With several levers there is no single order from less to more.",
      fix: "Ask about one lever, with the others as changes of the scenario.",
    });
  const start = startOf(lever, (x) => trials.at([x]).missing[0]!);
  const model = new LeverModel(system, question.scenario ?? {}, lever, target);
  const { known } = model;
  if (known.length === 0) throw nothingUncertain();
  const drawn = sampledShares({
    ids: known.map(({ id }) => id),
    groups: known.map((one) => one.membership),
    draws,
    seed,
  });
  const needed = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    model.draw(drawn.subarray(d * known.length, (d + 1) * known.length));
    needed[d] = model.needed(start);
    if ((d + 1) % BREATH > 0 && d + 1 < draws) continue;
    progress?.(d + 1, draws);
    await letOthersRun();
    signal?.throwIfAborted();
  }
  return summary(lever, needed, start);
}

function summary({ lever, kind }: ReadyLever, needed: Float64Array, start: number): SolvedDraws {
  const sound = needed.filter((value) => !Number.isNaN(value));
  const rising = sound.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  const atChance = (chance: number): number | undefined => {
    const value = rising[Math.max(0, Math.ceil(chance * rising.length - 1e-9) - 1)];
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  };
  const share = (holds: (value: number) => boolean) => rising.filter(holds).length / rising.length;
  return {
    lever: { parameter: lever.parameter, kind },
    draws: needed.length,
    refused: needed.length - rising.length,
    needed,
    notNeeded: share((value) => value === start),
    reachable: share(Number.isFinite),
    interval: { near: atChance(0.1), far: atChance(0.9) },
    likely: CHANCES.map((chance) => ({ chance, value: atChance(chance) })),
  };
}

/** A system whose uncertain numbers are drawn and whose lever is moved, worked out again only where these matter. */
class LeverModel {
  readonly known: readonly Uncertain[];
  private readonly lever: ReadyLever;
  private readonly target: ReadyTarget;
  private readonly model: DrawnModel;
  private readonly engine: Engine;
  private readonly path: string;
  private readonly places: readonly (readonly string[])[];
  private columns: MeasureColumns | undefined;

  constructor(system: System, scenario: Scenario, lever: ReadyLever, target: ReadyTarget) {
    this.lever = lever;
    this.target = target;
    this.known = uncertainties(system, scenario);
    const changes = scenario.changes ?? [];
    const moved = { ...scenario, changes: [...changes, leverAt(lever, lever.neutral ?? lever.low)] };
    const { scenario: whole, places } = withUncertain(moved, this.known);
    this.path = `changes.${changes.length}`;
    this.places = places;
    this.model = new DrawnModel(system, whole, [this.path, ...places.flat()]);
    this.engine = ensembleEngine(this.model.middle, this.model.lasting);
  }

  draw(shares: Float64Array): void {
    this.known.forEach((one, i) => {
      const found = one.at(shares[i]!);
      for (const place of this.places[i]!) this.model.set(place, found);
    });
  }

  /** The value that the numbers now drawn need. */
  needed(start: number): number {
    const { low, high, whole } = this.lever;
    const missing = (value: number) => this.missing(value);
    if (Number.isNaN(missing(start))) return Number.NaN;
    const found = findOne({ missing, low, high, start, step: stepOf(this.lever), close: CLOSE });
    if (!found.met) return Number.POSITIVE_INFINITY;
    if (!whole) return found.at;
    const end = found.at >= start ? high : low;
    return wholeFrom((x) => missing(x) <= CLOSE, { at: found.at, start, end }) ?? Number.POSITIVE_INFINITY;
  }

  private missing(value: number): number {
    this.model.set(this.path, value);
    const resolved = this.model.ifSound();
    if (!resolved) return Number.NaN;
    const projection = project(resolved, { keep: "totals", engine: this.engine });
    if (this.columns) this.columns.next(resolved, projection);
    this.columns ??= new MeasureColumns(resolved, projection);
    const { pool, measure, year } = this.target;
    const group = groupsOf(resolved).find(({ id }) => id === pool)!;
    const column = this.columns.of(group, measure);
    return missingOf(this.target, column[year - resolved.base - (isStock(measure) ? 0 : 1)]!);
  }
}
