import { SCENARIO, SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { POOL_MEASURES, type PoolMeasure } from "../model/measures.ts";
import { Layout } from "../projection/layout.ts";
import { numberOf } from "../projection/number-of.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { measureNamed } from "../system/measure-named.ts";
import type { System } from "../system/types.ts";
import { MAKING_DRAWS, type MakingDraws, makeDraws, newKey } from "./make-draws.ts";
import { type Uncertain, uncertainties } from "./uncertain.ts";

/** Which result is asked about: `pool` is a pool or group and defaults to `all`, `measure` to the gap, `year` to the last. */
export interface OutcomeQuestion extends MakingDraws {
  readonly pool?: string;
  readonly measure?: PoolMeasure;
  readonly year?: number;
}

/** What may be asked of an outcome; `screening` and `sobolIndices` ask more. */
export const OUTCOME = { ...MAKING_DRAWS, pool: optional(TEXT), measure: optional(TEXT), year: optional(NUMBER) };

/** A result as a function of everything uncertain. */
export interface OutcomeOfShares {
  readonly known: readonly Uncertain[];
  /** The results of many rows of shares, by (row, uncertain number). */
  at(rows: Float64Array): Promise<Float64Array>;
}

/** The result that is asked about, as a function of the shares of everything uncertain. */
export function outcomeOfShares(system: System, scenario: Scenario, asked: OutcomeQuestion): OutcomeOfShares {
  checkArguments(
    { system, scenario, asked },
    { system: SYSTEM, scenario: SCENARIO, asked: only<OutcomeQuestion>(OUTCOME) },
  );
  // What chance brings in a year to come is nothing that anybody could measure or change; it stays at its middle.
  const known = uncertainties(system, scenario).filter(({ from }) => from !== "year");
  if (known.length === 0) throw nothingUncertain();
  const central = run(system, scenario);
  const { pool = "all", measure = "gap", year = central.last } = asked;
  // The result's own error for a name or year that is not there.
  central.at({ pool, measure, year });
  measureNamed(measure, POOL_MEASURES);
  const layout = new Layout(central.groups, [measure], central);
  const place = layout.placeOf(pool, measure, year);
  const ids = known.map(({ id }) => id);
  return {
    known,
    at: async (rows) => {
      const k = ids.length;
      const draws = rows.length / k;
      const out = new Float64Array(draws);
      const work = {
        ...{ key: newKey(), system, scenarios: [scenario], ids, measures: [measure], noise: false, seed: 0 },
      };
      const sharesOf = (from: number, to: number) => rows.slice(from * k, to * k);
      await makeDraws(work, draws, sharesOf, asked, ({ values }, from, count) => {
        for (let d = 0; d < count; d++)
          out[from + d] = numberOf(values[0]![d * layout.width + place], measure, pool, year);
      });
      return out;
    },
  };
}

/** The error when somebody asks how certain a result is in which nothing is uncertain. */
export const nothingUncertain = (): CadreError =>
  new CadreError({
    code: "nothing-uncertain",
    message: "Nothing here is uncertain.",
    value: "(nothing)",
    rule: "An input with p10 and p90, an uncertainty of the scenario, or an intervention whose effect is a range.",
    fix: "Give a range for the numbers that matter most.",
  });
