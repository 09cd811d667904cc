import { checkResult } from "../error/argument.ts";
import { type ByCause, byCause } from "../model/causes.ts";
import type { TakenOut } from "./projection.ts";
import type { Result } from "./result.ts";
import { unexplainedOf } from "./staff-readers.ts";

/** The content of `resolved.json`: every number the engine used, so that anyone can recompute the projection. */
export interface ResolvedRecord {
  readonly cadre: 1;
  readonly system: Result["system"];
  readonly scenario: string;
  readonly convention: string;
  readonly stepsPerYear: number;
  readonly base: number;
  readonly years: readonly number[];
  readonly axes: { readonly sex: readonly string[]; readonly age: readonly [number, number]; readonly tenure: number };
  readonly pools: readonly ResolvedPool[];
}

/** One pool of `resolved.json`. Arrays are row-major by (sex, age, tenure), or by (sex, age) where tenure plays no part. */
export interface ResolvedPool {
  readonly id: string;
  readonly sector: string;
  readonly employer: string;
  readonly role: string;
  readonly level?: number;
  /** What one head is, and one of supply, demand and gap: only of pools that count jobs. */
  readonly counts?: "jobs";
  /** Heads by (sex, age, tenure). */
  readonly opening: readonly number[];
  readonly years: readonly {
    /** Hazards a year (probabilities in the opening-stock convention) by (sex, age, tenure). */
    readonly hazards: ByCause<readonly number[]>;
    /** Moves to other pools by (sex, age, tenure); a move to the pool itself is churn within its sector. */
    readonly moves: readonly { readonly to: string; readonly hazard: readonly number[] }[];
    /** External joiners in heads by (sex, age), by source: one list a step. */
    readonly joiners: Readonly<Record<"market" | "pipeline" | "returners", readonly (readonly number[])[]>> & {
      readonly unexplained?: readonly (readonly number[])[];
      readonly abroad?: readonly (readonly number[])[];
    };
    /**
     * People taken out evenly over each step, by (sex, age, tenure), one list a step: hired by another pool (`to` is its
     * id; they join it in the same step at the same sex and age), moved to it as planned (so, with `as` moves), entering a
     * course (`to` is `pipeline:…`), or made redundant (`to` is `redundancy`).
     */
    readonly taken: readonly {
      readonly to: string;
      readonly as?: "moves";
      readonly heads: readonly (readonly number[])[];
    }[];
  }[];
  /** FTE a head by (sex, age) at each reference date. */
  readonly fte: readonly (readonly number[])[];
  /** FTE that trainees work in the pool at each reference date; part of its supply. */
  readonly traineeFte: readonly number[];
  /** FTE at each reference date, with what trainees add. */
  readonly demand: readonly number[];
  readonly funded: readonly number[];
}

/**
 * The record that lets anyone recompute a result without Cadre: opening heads, hazards, external joiners, FTE factors
 * and demand, per pool and year. Its format is in docs/guide/results.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { resolvedRecord } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const record = resolvedRecord(run(await readSystem("scenarios/cumbria/system.yaml")));
 * record.pools[0].years[0].hazards.leaving.length; // 480: two sexes, 60 ages, four tenures
 * ```
 */
export function resolvedRecord(result: Result): ResolvedRecord {
  checkResult(result);
  const { resolved, projection } = result.data;
  const { size, system, years, joiners: plan, stepsPerYear } = resolved;
  const { rates } = projection;
  const dates = [resolved.base, ...years];
  const stepsOf = (y: number) => projection.steps.slice(y * stepsPerYear, (y + 1) * stepsPerYear);
  const nameOf = (kind: TakenOut["kind"], to: number) => {
    if (kind === "redundancy") return kind;
    return kind === "training" ? `pipeline:${plan.courses[to]!.id}` : resolved.pools[to]!.id;
  };
  const takenFrom = (p: number, y: number) => {
    const steps = stepsOf(y);
    const names = steps.map(({ taken }) =>
      taken.filter(({ from }) => from === p).map(({ kind, to, heads }) => ({ kind, heads, to: nameOf(kind, to) })),
    );
    const ways = new Map(names.flat().map(({ kind, to }) => [`${kind} ${to}`, { kind, to }]));
    return [...ways.values()].map(({ kind, to }) => ({
      to,
      ...(kind === "move" && { as: "moves" as const }),
      heads: names.map((step) => {
        const sum = new Float64Array(cells);
        for (const one of step)
          if (one.to === to && one.kind === kind) for (let c = 0; c < cells; c++) sum[c]! += one.heads[c]!;
        return Array.from(sum);
      }),
    }));
  };
  const recruited = (p: number, y: number) => {
    const unexplained = unexplainedOf(resolved, resolved.pools[p]!.id);
    const heads = (part: number) =>
      stepsOf(y).map((step) => Array.from(plan.recruits[p]!.profile, (share) => share * step.market[p]! * part));
    return { market: heads(1 - unexplained), ...(unexplained > 0 && { unexplained: heads(unexplained) }) };
  };
  const cells = size.entries * size.tenures;
  const slice = (array: Float64Array, p: number, n: number) => Array.from(array.subarray(p * n, (p + 1) * n));
  return {
    cadre: 1,
    system: result.system,
    scenario: result.id,
    convention: system.calendar.convention,
    stepsPerYear: resolved.stepsPerYear,
    base: resolved.base,
    years,
    axes: { sex: system.axes.sex, age: [system.axes.ageMin, system.axes.ageMax], tenure: system.axes.tenure },
    pools: resolved.pools.map(({ id, sector, employer, role, level, counts }, p) => {
      return {
        id,
        sector,
        employer,
        role,
        ...(level !== undefined && { level }),
        ...(counts === "jobs" && { counts }),
        opening: slice(resolved.opening, p, cells),
        years: years.map((_, y) => ({
          hazards: byCause((cause) => slice(rates[y]!.hazards[cause], p, cells)),
          moves: rates[y]!.moves.filter(({ from }) => from === p).map(({ to, hazard }) => ({
            to: resolved.pools[to]!.id,
            hazard: Array.from(hazard),
          })),
          joiners: {
            ...recruited(p, y),
            pipeline: stepsOf(y).map((step) => slice(step.pipeline, p, size.entries)),
            returners: stepsOf(y).map((step) => slice(step.returners, p, size.entries)),
            ...(plan.abroad.some(({ pool }) => pool === p) && {
              abroad: stepsOf(y).map((step) => slice(step.abroad, p, size.entries)),
            }),
          },
          taken: takenFrom(p, y),
        })),
        fte: resolved.fte.map((fte) => slice(fte, p, size.entries)),
        traineeFte: dates.map((_, d) => projection.works[d * size.pools + p]!),
        demand: dates.map((_, d) => resolved.demand[p]![d]! + projection.backfill[d * size.pools + p]!),
        funded: dates.map((_, d) => resolved.funded[p]![d]! + projection.backfill[d * size.pools + p]!),
      };
    }),
  };
}
