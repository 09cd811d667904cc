import { CadreError } from "../error/cadre-error.ts";
import type { Scenario } from "./schema/scenario.ts";

/** What is wrong with a change; its place comes from the scenario. */
export interface ScenarioProblem {
  readonly code: string;
  readonly message: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
  readonly didYouMean?: string | undefined;
}

/** An error about a change, with its place in the scenario's file. */
export const scenarioFault = (scenario: Scenario, path: readonly PropertyKey[], problem: ScenarioProblem): CadreError =>
  new CadreError({
    file: scenario.file,
    ...placeIn(scenario, path),
    path: path.map(String).join("."),
    ...problem,
  });

/** Line and column of a path of a scenario, where its file is known. */
export function placeIn(
  scenario: Scenario,
  path: readonly PropertyKey[],
): { readonly line: number | undefined; readonly column: number | undefined } {
  // What came from the catalogue stands where it is used.
  let known = path.map(String).join(".");
  while (known && !scenario.positions?.[known])
    known = known.includes(".") ? known.slice(0, known.lastIndexOf(".")) : "";
  const [line, column] = scenario.positions?.[known] ?? [undefined, undefined];
  return { line, column };
}
