import { RESULT } from "../error/argument.ts";
import { checkArguments, NUMBER, only, optional } from "../error/shape.ts";
import type { Result } from "../projection/result.ts";

/** People who go from a pool to another one of the system, within some model years. */
export interface MovesBetween {
  /** Id of the pool that they leave. */
  readonly from: string;
  /** Id of the pool that they join. */
  readonly to: string;
  /** People, over all the years asked for together. */
  readonly people: number;
}

/**
 * How many people go from which pool to which, from the base date to the end of a model year (the last one when left out): those who move
 * (`moves`, `plannedMoves`) and those hired away (`recruitment.from`), together. Whoever changes employer within a pool is not among them,
 * nor is who leaves to train. Pairs of pools between which nobody goes are left out. A year that is not there is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { movesBetween } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * movesBetween(today, { until: 2035 }).filter(({ from }) => from === "independent-care"); // from care to the NHS
 * ```
 */
export function movesBetween(result: Result, question: { until?: number } = {}): readonly MovesBetween[] {
  checkArguments({ result, question }, { result: RESULT, question: only({ until: optional(NUMBER) }) });
  const { until = result.last } = question;
  // Asks for a number of that year, so that one that is not there gets the result's own error.
  result.at({ measure: "joiners", year: until });
  const { resolved, projection } = result.data;
  const { size, stepsPerYear } = resolved;
  const cells = size.entries * size.tenures;
  const years = until - result.base;
  const sums = new Map<string, { from: number; to: number; people: number }>();
  const add = (from: number, to: number, people: number) => {
    const known = sums.get(`${from} ${to}`) ?? { from, to, people: 0 };
    sums.set(`${from} ${to}`, { from, to, people: known.people + people });
  };
  for (let y = 0; y < years; y++)
    for (const { from, to, hazard } of projection.rates[y]!.moves) {
      if (from === to) continue;
      const lived = projection.personYears.subarray((y * size.pools + from) * cells);
      let people = 0;
      for (let c = 0; c < cells; c++) people += lived[c]! * hazard[c]!;
      add(from, to, people);
    }
  for (const { taken } of projection.steps.slice(0, years * stepsPerYear))
    for (const { kind, from, to, heads } of taken)
      if (kind === "hire" || kind === "move")
        add(
          from,
          to,
          heads.reduce((sum, one) => sum + one, 0),
        );
  const id = (pool: number) => resolved.pools[pool]!.id;
  return [...sums.values()]
    .filter(({ people }) => people > 0)
    .map(({ from, to, people }) => ({ from: id(from), to: id(to), people }));
}
