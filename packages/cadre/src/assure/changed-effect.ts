import type { InputEffectsOptions } from "../apart/input-effects.ts";
import { POOL_YEAR, SCENARIO, SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, TEXT } from "../error/shape.ts";
import { PARAMETERS } from "../model/parameters.ts";
import { run } from "../projection/run.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";

/**
 * What acting on an input would do to the gap, in FTE: it alone becomes a tenth larger from the first year on, while the base
 * year stays as it was counted. Nothing for an input that no change can name, or that cannot be a tenth larger.
 *
 * @example
 * ```ts
 * import { changedEffect } from "cadre/assure";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * changedEffect(cumbria, {}, "pools.independent-care.leaving.rate"); // far above that of having counted it wrongly
 * ```
 */
export function changedEffect(
  system: System,
  scenario: Scenario,
  parameter: string,
  options: InputEffectsOptions = {},
): number | undefined {
  const shapes = { system: SYSTEM, scenario: SCENARIO, parameter: TEXT, options: POOL_YEAR };
  checkArguments({ system, scenario, parameter, options }, shapes);
  const { pool = "all", year } = options;
  const named = changeOf(parameter);
  if (!named) return undefined;
  try {
    const before = run(system, scenario);
    const changes = [...(scenario.changes ?? []), { ...named, multiply: 1.1 }];
    const after = run(system, { ...scenario, changes });
    const at = { pool, measure: "gap", year: year ?? before.last } as const;
    return after.at(at) - before.at(at);
  } catch (error) {
    if (error instanceof CadreError) return undefined;
    throw error;
  }
}

/** The change that acts on an input alone; an input that several pools share, or that has no dates, has none. */
function changeOf(path: string): Pick<Change, "parameter" | "where"> | undefined {
  for (const [name, { at, dated }] of Object.entries(PARAMETERS)) {
    if (!dated) continue;
    for (const pattern of at) {
      const found = filled(pattern, path);
      if (!found) continue;
      const parameter = name.replace(/<[^>]+>/g, (gap) => found.get(gap) ?? gap);
      const pool = name.includes("<pool>") ? undefined : found.get("<pool>");
      if (pool === undefined && !name.includes("<") && pattern.includes("<")) continue;
      return { parameter, ...(pool !== undefined && { where: { pool } }) };
    }
  }
  return undefined;
}

/** What stands in a path for each gap of a pattern; nothing where the path is another one. */
function filled(pattern: string, path: string): Map<string, string> | undefined {
  const [wanted, given] = [pattern.split("."), path.split(".")];
  if (wanted.length !== given.length) return undefined;
  const found = new Map<string, string>();
  for (const [i, word] of wanted.entries()) {
    if (word.startsWith("<")) found.set(word, given[i]!);
    else if (word !== given[i]) return undefined;
  }
  return found;
}
