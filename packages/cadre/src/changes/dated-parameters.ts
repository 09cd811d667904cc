import type { ParameterFacts } from "../model/parameter-facts.ts";
import { parameterFacts, parametersThat } from "../model/parameter-of.ts";
import type { System } from "../system/types.ts";

/** The parameters of a system whose values may differ from year to year, by the names planners use. */
export function datedParameters(system: System): ReadonlyMap<string, ParameterFacts> {
  const known = found.get(system) ?? find(system);
  if (Object.isFrozen(system)) found.set(system, known);
  return known;
}

const found = new WeakMap<System, ReadonlyMap<string, ParameterFacts>>();

const DATED = parametersThat(({ dated }) => dated);

function find(system: System): Map<string, ParameterFacts> {
  const pools = Object.values(system.pools);
  /** What may stand for `<n>`, by the list it counts. */
  const counted: Readonly<Record<string, readonly string[]>> = {
    returners: pools.flatMap(({ returners }) => Object.keys(returners)),
    plannedMoves: Object.keys(system.plannedMoves),
    shifts: Object.keys(system.shifts),
    substitutions: Object.keys(system.substitutions),
  };
  const ids: Readonly<Record<string, readonly string[]>> = {
    "<course>": Object.keys(system.pipelines),
    "<pool>": Object.keys(system.pools),
    "<market>": Object.keys(system.labourMarkets),
    "<source>": pools.flatMap(({ recruitment }) => Object.keys(recruitment.from?.values ?? {})),
  };
  const names = (pattern: string): string[] =>
    pattern.split(".").reduce<string[]>(
      (so, word) => {
        const known = word === "<n>" ? counted[pattern.split(".")[0]!] : ids[word];
        return so.flatMap((start) => (known ?? [word]).map((next) => (start ? `${start}.${next}` : next)));
      },
      [""],
    );
  return new Map(DATED.flatMap((pattern) => names(pattern).map((name) => [name, parameterFacts(pattern)] as const)));
}
