import type { Change } from "../scenario/schema/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";

/** A change with several values. */
export interface GridLine extends Omit<Change, "set" | "multiply" | "add" | "variant"> {
  readonly how: "set" | "multiply" | "add";
  readonly values: readonly number[];
}

/** A plan under a future: what the future assumes and does comes on top; what both say in the same words counts once. */
export function underFuture(plan: Scenario, future: Scenario): Scenario {
  const { assumptions = [], interventions = [], changes = [] } = plan;
  const known = new Set([...assumptions, ...changes].map((one) => JSON.stringify(one)));
  const more = [...(future.assumptions ?? []), ...(future.changes ?? [])].filter(
    (one) => !known.has(JSON.stringify(one)),
  );
  const ids = new Set(interventions.map(({ id }) => id));
  return {
    ...plan,
    assumptions: [...assumptions, ...more],
    interventions: [...interventions, ...(future.interventions ?? []).filter(({ id }) => !ids.has(id))],
  };
}

/** Every combination of the values of a grid. */
export function gridFutures(grid: readonly GridLine[]): Scenario[] {
  let futures: Scenario[] = [{ id: "grid", title: "" }];
  for (const { how, values, ...change } of grid)
    futures = futures.flatMap(({ title, changes = [] }) =>
      values.map((value) => {
        const words = `${change.parameter} ${how} ${value}`;
        return {
          id: "grid",
          title: title ? `${title}, ${words}` : words,
          changes: [...changes, { ...change, [how]: value }],
        };
      }),
    );
  return grid.length === 0 ? [] : futures;
}
