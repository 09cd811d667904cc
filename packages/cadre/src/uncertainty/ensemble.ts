import { SCENARIO, SEED, SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, FLAG, list, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { POOL_MEASURES, type PoolMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { measureNamed } from "../system/measure-named.ts";
import type { System } from "../system/types.ts";
import type { DrawBlock, DrawWork } from "./draws.ts";
import { MAKING_DRAWS, type MakingDraws, makeDraws, newKey } from "./make-draws.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { type Ensemble, openEnsemble } from "./open-ensemble.ts";
import { type Sampling, sampledShares } from "./sampling.ts";
import { Spreads } from "./spreads.ts";
import { uncertainties } from "./uncertain.ts";

/** How draws may be asked for. */
export const DRAWING = {
  ...MAKING_DRAWS,
  draws: optional(NUMBER),
  from: optional(NUMBER),
  of: optional(NUMBER),
  seed: optional(SEED),
  sampling: optional(TEXT),
  noise: optional(FLAG),
  measures: optional(list(TEXT)),
};

const OPTIONS = only<EnsembleOptions>(DRAWING);

/** How many draws, and how they are made. */
export interface EnsembleOptions extends MakingDraws {
  /** 1,000 when left out. */
  readonly draws?: number;
  /** Number of the first draw; 0 when left out. Parts drawn apart are put together by `mergeEnsembles`. */
  readonly from?: number;
  /** How many draws all parts have together; `latin-hypercube` needs it, since it spreads them over all. */
  readonly of?: number;
  /** The same seed gives the same draws; 1 when left out. */
  readonly seed?: number | string;
  /** `monte-carlo` when left out; what each promises: docs/method/uncertainty.md. */
  readonly sampling?: Sampling;
  /**
   * Whether each career is left to chance as well: who leaves, by which cause, who is recruited. Small pools differ much
   * by chance alone.
   */
  readonly noise?: boolean;
  /** What is kept of each draw, of measures of staff; the main ones when left out. */
  readonly measures?: readonly PoolMeasure[];
}

/** What ensembles keep unless told otherwise. */
export const MAIN_MEASURES: readonly PoolMeasure[] = Object.freeze([
  "headcount",
  "supply",
  "demand",
  "funded",
  "gap",
  "vacancyRate",
  "joiners",
  "leavers",
  "leavers.retirement",
  "agency",
  "cost.total",
]);

/**
 * Runs a system under a scenario many times, each time with every uncertain number drawn anew: inputs with an 80%
 * interval, the scenario's uncertainties, and the effects of its interventions, widened for weak evidence. Gives mean,
 * p10, p50 and p90 of the main measures of every pool and group in every year, and the chance of staying below a line.
 *
 * Draw `d` of an uncertain number depends on the seed, its id and `d` alone: 500 draws are the first half of 1,000, and
 * another uncertainty changes no other draw. A draw whose numbers contradict each other (retirements above a leaving rate
 * drawn low) has no result; the centre stands for it, and `refused` counts them. Memory does not grow beyond a thousand
 * draws. Method: docs/method/uncertainty.md.
 *
 * @example
 * ```ts
 * import { ensemble, parseSystem } from "cadre";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2026-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * const uncertainties = [{ parameter: "recruitment.recruits", multiply: { p10: 0.8, p90: 1.2 } }];
 * const sure = await ensemble(system, { id: "unsure", uncertainties }, { draws: 50, seed: 1 });
 * sure.at({ measure: "gap", year: 2026 }).p90; // FTE short, one time in ten more than that
 * ```
 */
export async function ensemble(
  system: System,
  scenario: Scenario = {},
  options: EnsembleOptions = {},
): Promise<Ensemble> {
  return (await ensembles(system, [scenario], options))[0]!;
}

/**
 * Runs several scenarios on the same draws, so that what they have in common cancels out: each but the first has a
 * `difference` from the first with an interval of its own. Otherwise as `ensemble`, one a scenario in the order given.
 *
 * @example
 * ```ts
 * import { ensembles } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const plan = await readScenario("scenarios/england/plan.yaml");
 * const [, planned] = await ensembles(england, [{}, plan], { draws: 40 });
 * planned.difference?.at({ measure: "gap", year: 2035 }).p50; // FTE fewer short than without the plan
 * ```
 */
export async function ensembles(
  system: System,
  scenarios: readonly Scenario[],
  options: EnsembleOptions = {},
): Promise<Ensemble[]> {
  checkArguments({ system, scenarios, options }, { system: SYSTEM, scenarios: list(SCENARIO), options: OPTIONS });
  const { draws = 1000, seed = 1, sampling = "monte-carlo", noise = false, measures = MAIN_MEASURES } = options;
  if (scenarios.length === 0) throw nothingToDraw();
  const { from: first = 0, of } = options;
  checkDraws(draws);
  checkPart(first, draws, of, sampling);
  for (const measure of measures) measureNamed(measure, POOL_MEASURES);
  const central = scenarios.map((scenario) => run(system, scenario));
  const known = scenarios.map((scenario) => uncertainties(system, scenario));
  const all = new Map(known.flat().map((one) => [one.id, one]));
  const ids = [...all.keys()];
  const groups = ids.map((id) => all.get(id)?.membership);
  const work: DrawWork = { key: newKey(), system, scenarios, ids, measures, noise, seed, first };
  const refused = scenarios.map(() => 0);
  let spreads: Spreads[] | undefined;
  let differences: (Spreads | undefined)[] = [];
  const add = ({ values, refused: failed }: DrawBlock, _: number, count: number) => {
    const width = values[0]!.length / count;
    spreads ??= values.map((one) => new Spreads(one.length / count, draws));
    if (differences.length === 0)
      differences = values.map((one, s) =>
        s > 0 && one.length === values[0]!.length ? new Spreads(width, draws) : undefined,
      );
    values.forEach((one, s) => {
      refused[s]! += failed[s]!;
      spreads?.[s]?.add(one, count);
      differences[s]?.add(
        one.map((value, i) => value - values[0]![i]!),
        count,
      );
    });
  };
  const sharesOf = (from: number, to: number) =>
    sampledShares({ ids, groups, draws: of ?? draws, seed, sampling, from: first + from, to: first + to });
  await makeDraws(work, draws, sharesOf, options, add);
  return scenarios.map((_, s) =>
    openEnsemble({
      central: central[s]!.data,
      draws,
      from: first,
      ...(of !== undefined && { of }),
      seed,
      sampling,
      noise,
      refused: refused[s]!,
      uncertain: known[s]!.map(({ id, title, from }) => ({ id, title, from })),
      measures,
      spreads: (spreads as Spreads[])[s]!.data(),
      ...(differences[s] && { difference: (differences[s] as Spreads).data() }),
    }),
  );
}

function checkDraws(draws: number): void {
  if (Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS) return;
  throw new CadreError({
    code: "bad-draws",
    message: `The number of draws must be a whole number from 1 to ${MOST_DRAWS.toLocaleString("en-GB")}.`,
    value: String(draws),
    rule: "Each draw is one run of the model.",
    fix: "Take 1,000; more make the ends of an interval a little steadier.",
  });
}

/** A part of many draws lies within them, and strata are those of all draws. */
function checkPart(from: number, draws: number, of: number | undefined, sampling: Sampling): void {
  const rule = "Draws are numbered from 0; a part of them has its first number, and strata are laid over all of them.";
  const fault = (message: string, value: string, fix: string) =>
    new CadreError({ code: "bad-draws", message, value, rule, fix });
  if (!Number.isInteger(from) || from < 0)
    throw fault(`No draw has the number ${from}.`, String(from), "Give a whole number from 0.");
  if (of !== undefined && !(Number.isInteger(of) && from + draws <= of))
    throw fault(`${draws} draws from ${from} are not a part of ${of}.`, `of: ${of}`, `Give ${from + draws} or more.`);
  if (from > 0 && of === undefined && sampling === "latin-hypercube")
    throw fault(
      "A part of a Latin hypercube has to know of how many draws it is.",
      `from: ${from}`,
      "Give the number of all draws as of.",
    );
}

const nothingToDraw = (): CadreError =>
  new CadreError({
    code: "nothing-to-draw",
    message: "There are no scenarios to draw.",
    value: "(nothing)",
    rule: "An ensemble needs at least one scenario; {} is the system as it is.",
    fix: "Pass a list of scenarios.",
  });
