import type { FormulaData } from "../formula/formula-tree.ts";
import type { FormulaContext } from "../formula/formula-words.ts";
import { type Formula, openFormula } from "../formula/open-formula.ts";
import { DEMAND_GROWTH_NAMES, DEMAND_GROWTHS, type DemandGrowthName } from "../model/demand-growths.ts";
import type { ParameterName } from "../model/parameters.ts";
import { type PeopleNow, peopleAt, peopleNow } from "../population/people.ts";
import type { Population } from "../population/types.ts";
import type { Demand, Shift, Substitution } from "../system/schema/demand.ts";

/** Posts needed and posts paid for, in FTE, at each reference date. */
export interface DemandPath {
  readonly demand: Float64Array;
  readonly funded: Float64Array;
}

/**
 * Demand of one pool at each reference date, before shifts between pools: posts at the base with the unmet need, times
 * each population driver (weights by age band), times growth per head, divided by productivity; or a formula in their
 * place. Funded posts follow their own path when the system gives one; otherwise the budget follows demand. `base` is the
 * year of the first date; the paths are written to `into` when that is given. Method: docs/method/demand.md.
 */
export function demandPath(
  posts: number,
  demand: Demand | undefined,
  population: Population | undefined,
  dates: readonly number[],
  base: number,
  changed: ChangedDemand = {},
  into: DemandPath = { demand: new Float64Array(dates.length), funded: new Float64Array(dates.length) },
): DemandPath {
  const need = posts * (1 + (demand?.unmetNeed?.value ?? 0));
  const { demand: path, funded } = into;
  if (demand?.formula) path.set(byFormula(demand.formula, need, population, dates, base));
  else byDrivers(path, funded, need, demand, population, dates, base, changed);
  changed.posts?.along(path, base + 1, 1);
  fundedPath(funded, posts, demand, path, base);
  changed.funded?.along(funded, base + 1, 1);
  return into;
}

/** Changes numbers of years that follow each other from `year` on, one a place from the place `from`, where they stand. */
interface Changed {
  along(values: Float64Array, year: number, from?: number): void;
}

/** What a scenario makes of a pool's demand parameters, those it leaves alone left out. */
export type ChangedDemand = {
  readonly [parameter in "posts" | "funded" | DemandGrowthName]?: Changed | undefined;
};

/** Written to `path`; `yearly` is memory to work in. */
function byDrivers(
  path: Float64Array,
  yearly: Float64Array,
  need: number,
  demand: Demand | undefined,
  population: Population | undefined,
  dates: readonly number[],
  base: number,
  changed: ChangedDemand,
): void {
  path.fill(need);
  for (const name of DEMAND_GROWTH_NAMES) {
    if (!demand?.[name] && !changed[name]) continue;
    yearly.fill(demand?.[name]?.value ?? 0);
    changed[name]?.along(yearly, base + 1, 1);
    const { raises } = DEMAND_GROWTHS[name];
    let all = 1;
    for (let y = 1; y < path.length; y++) {
      all *= 1 + yearly[y]!;
      path[y] = raises ? path[y]! * all : path[y]! / all;
    }
  }
  for (const driver of demand?.drivers ?? []) {
    const index = populationIndex(driver.population.values, population, dates);
    for (let y = 0; y < path.length; y++) path[y]! *= index[y]!;
  }
}

function byFormula(
  given: FormulaData,
  need: number,
  population: Population | undefined,
  dates: readonly number[],
  base: number,
): Float64Array {
  const formula = openFormula(given);
  const contexts = formulaContexts(formula, need, population, dates, base);
  return Float64Array.from(contexts, (context) => formula.evaluate(context));
}

/** What a formula can see at each reference date. */
export function formulaContexts(
  formula: Formula,
  need: number,
  population: Population | undefined,
  dates: readonly number[],
  base: number,
): FormulaContext[] {
  const paths = new Map(
    formula.bands.map((band) => [
      band,
      population ? peopleAt(population, band, dates) : new Float64Array(dates.length),
    ]),
  );
  const people = (band: string, y: number) => paths.get(band)?.[y] ?? Number.NaN;
  return dates.map((_, y) => ({
    base: need,
    years: y,
    year: base + y,
    people: (band) => people(band, y),
    people0: (band) => people(band, 0),
  }));
}

function fundedPath(
  funded: Float64Array,
  posts: number,
  demand: Demand | undefined,
  path: Float64Array,
  base: number,
): void {
  const { growth, posts: given } = demand?.funded ?? {};
  if (given) {
    const points = Object.entries(given.values).map(([year, fte]) => [Number(year), fte] as const);
    if (!points.some(([year]) => year <= base)) points.push([base, posts]);
    points.sort(([a], [b]) => a - b);
    for (let y = 0; y < funded.length; y++) funded[y] = between(points, base + y);
  } else if (growth) for (let y = 0; y < funded.length; y++) funded[y] = posts * (1 + growth.value) ** y;
  else funded.set(path);
}

/** A straight line between points given by year; the last value continues. */
function between(points: readonly (readonly [number, number])[], year: number): number {
  const after = points.findIndex(([at]) => at >= year);
  if (after < 0) return points[points.length - 1]![1];
  if (after === 0) return points[0]![1];
  const [[from, low], [to, high]] = [points[after - 1]!, points[after]!];
  return low + ((high - low) * (year - from)) / (to - from);
}

/** The last index of some weights, which many scenarios and draws have in common; never written to. */
const indices = new WeakMap<
  Readonly<Record<string, number>>,
  { now: PeopleNow | undefined; dates: readonly number[]; index: Float64Array }
>();

/** Weighted mean growth of age bands since the base date; the weights are scaled to add up to one. */
export function populationIndex(
  weights: Readonly<Record<string, number>>,
  population: Population | undefined,
  dates: readonly number[],
): Float64Array {
  const known = indices.get(weights);
  const now = population && peopleNow(population, dates);
  const sameDates = known?.dates.length === dates.length && known.dates[0] === dates[0];
  if (known && sameDates && known.now?.rows === now?.rows && known.now?.factors === now?.factors) return known.index;
  const index = new Float64Array(dates.length);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [band, weight] of Object.entries(weights)) {
    const people = population ? peopleAt(population, band, dates) : index;
    for (let y = 0; y < index.length; y++) index[y]! += ((weight / total) * people[y]!) / people[0]!;
  }
  indices.set(weights, { now, dates, index });
  return index;
}

/**
 * Moves demand between pools: service-model shifts and skill-mix substitutions, all reckoned on the demand before any
 * of them, so that their order does not matter. `paths` are by pool in the order of `ids`; returns new paths where there
 * is anything to move. `changed` gives what a scenario makes of a shift's share or of a substitution's FTE; `short` hears of
 * pools from which more posts would go than are there.
 */
export function movedDemand(
  ids: readonly string[],
  paths: readonly Float64Array[],
  shifts: readonly Shift[],
  substitutions: readonly Substitution[],
  base: number,
  changed: (parameter: ParameterName) => Changed | undefined = () => undefined,
  short: (pool: number, date: number, wanted: number, there: number) => void = () => undefined,
): readonly Float64Array[] {
  if (shifts.length + substitutions.length === 0) return paths;
  const out: { from: number; to: number; ratio: number; fte: Float64Array }[] = [];
  const take = (from: string, to: string, ratio: number, fte: Float64Array) =>
    out.push({ from: ids.indexOf(from), to: ids.indexOf(to), ratio, fte });
  const phase = (start: number, over: number, y: number) => Math.min(1, Math.max(0, (base + y - start + 1) / over));
  const yearly = (parameter: ParameterName, value: number) => {
    const values = new Float64Array(paths[0]!.length).fill(value);
    changed(parameter)?.along(values, base);
    return values;
  };
  shifts.forEach(({ from, to, share, ratio, start, over }, i) => {
    const before = paths[ids.indexOf(from)]!;
    const shares = yearly(`shifts.${i}.share`, share.value);
    take(
      from,
      to,
      ratio.value,
      before.map((fte, y) => fte * shares[y]! * phase(start, over, y)),
    );
  });
  substitutions.forEach(({ of, by, fte, ratio, start, over }, i) => {
    const wanted = yearly(`substitutions.${i}.fte`, fte.value);
    take(
      of,
      by,
      ratio.value,
      wanted.map((all, y) => all * phase(start, over, y)),
    );
  });
  const moved = paths.map((path) => path.slice());
  paths.forEach((before, p) => {
    const here = out.filter(({ from }) => from === p);
    for (let y = 0; y < before.length; y++) {
      const wanted = here.reduce((sum, { fte }) => sum + fte[y]!, 0);
      const gone = Math.min(wanted, before[y]!);
      if (wanted > gone * (1 + 1e-9)) short(p, y, wanted, gone);
      moved[p]![y]! -= gone;
      // Whatever would together take more than is there gets its part of it.
      if (gone > 0) for (const { to, ratio, fte } of here) moved[to]![y]! += (fte[y]! / wanted) * gone * ratio;
    }
  });
  return moved;
}
