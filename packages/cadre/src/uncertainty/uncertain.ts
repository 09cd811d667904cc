import { centre, type Distribution } from "../scenario/distribution.ts";
import { evidenceRule } from "../scenario/evidence.ts";
import type { Change, Effect, Intervention, Scenario } from "../scenario/types.ts";
import type { System } from "../system/types.ts";
import { quantile } from "./quantile.ts";

/** One thing that is not known exactly, and what a draw makes of it. */
export interface Uncertain {
  readonly id: string;
  /** The scenario with this thing at the share `u` of its distribution. */
  at(scenario: Scenario, u: number): Scenario;
}

/**
 * Everything uncertain of a system under a scenario: inputs with an 80% interval, the scenario's uncertainties, and the
 * effects of its interventions, widened as their evidence says.
 */
export function uncertainties(system: System, scenario: Scenario): Uncertain[] {
  return [...ofInputs(system), ...ofScenario(scenario), ...ofInterventions(scenario)];
}

function ofInputs(system: System): Uncertain[] {
  const found: Uncertain[] = [];
  for (const [id, pool] of Object.entries(system.pools)) {
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      if ("p10" in value && "p90" in value && "written" in value) {
        const interval = { p10: value.p10 as number, p90: value.p90 as number };
        const central = (value as unknown as { value: number }).value;
        if (central === 0) return;
        found.push({
          id: `pools.${id}.${path}`,
          // As a factor, so that it goes with whatever else a scenario does to the number.
          at: (scenario, u) =>
            withChange(scenario, {
              parameter: path,
              where: { pool: id },
              multiply: quantile(interval, u) / centre(interval),
            }),
        });
        return;
      }
      for (const [key, child] of Object.entries(value)) walk(child, path ? `${path}.${key}` : key);
    };
    walk(pool, "");
  }
  return found;
}

function ofScenario({ uncertainties: given = [] }: Scenario): Uncertain[] {
  return given.map((one, i) => {
    const { id: named, variant, note: _, ...change } = one;
    const id = named ?? `${change.parameter}.${i}`;
    if (variant !== undefined)
      return {
        id,
        at: (scenario, u) => withChange(scenario, { parameter: change.parameter, variant: chosen(variant, u) }),
      };
    const kind = kindOf(change);
    return { id, at: (scenario, u) => withChange(scenario, { ...change, [kind]: quantile(change[kind] ?? 0, u) }) };
  });
}

function ofInterventions(scenario: Scenario): Uncertain[] {
  return (scenario.interventions ?? []).flatMap((intervention) =>
    intervention.changes.flatMap((change, c): Uncertain[] => {
      const kind = kindOf(change);
      const effect = change[kind];
      if (effect === undefined || typeof effect === "number") return [];
      const { widen, shrink } = evidenceRule(intervention.evidence, scenario.evidence) ?? { widen: 1, shrink: 0 };
      // The run shrinks what it is given toward no effect; only the centre is meant to be shrunk, not the width.
      const wider = widen / (1 - shrink);
      return [
        {
          id: `${intervention.id}.${c}`,
          at: (now, u) => withEffect(now, intervention.id, c, kind, estimate(widened(effect, wider, u))),
        },
      ];
    }),
  );
}

/** A draw of an effect, its distance from the centre made wider. */
function widened(effect: Distribution, widen: number, u: number): number {
  const middle = centre(effect);
  return middle + (quantile(effect, u) - middle) * widen;
}

/** A number as a range without width: a plain one could be taken for a decision, which evidence does not shrink. */
const estimate = (value: number): Effect => ({ p10: value, p90: value });

const kindOf = (change: Pick<Change, "set" | "multiply" | "add">): "set" | "multiply" | "add" =>
  change.set !== undefined ? "set" : change.multiply !== undefined ? "multiply" : "add";

function chosen(variants: string | Readonly<Record<string, number>>, u: number): string {
  if (typeof variants === "string") return variants;
  let left = u * Object.values(variants).reduce((sum, share) => sum + share, 0);
  for (const [name, share] of Object.entries(variants)) {
    if (left < share) return name;
    left -= share;
  }
  return Object.keys(variants)[0];
}

const withChange = (scenario: Scenario, change: Change): Scenario => ({
  ...scenario,
  changes: [...(scenario.changes ?? []), change],
});

function withEffect(
  scenario: Scenario,
  id: string,
  c: number,
  kind: "set" | "multiply" | "add",
  effect: Effect,
): Scenario {
  const interventions = (scenario.interventions ?? []).map(
    (one): Intervention =>
      one.id === id
        ? { ...one, changes: one.changes.map((change, i) => (i === c ? { ...change, [kind]: effect } : change)) }
        : one,
  );
  return { ...scenario, interventions };
}
