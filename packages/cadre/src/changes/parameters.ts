import { PARAMETERS, type ParameterFacts } from "../model/parameters.ts";
import type { System } from "../system/types.ts";

/** The parameters of a system whose values may differ from year to year, by the names planners use. */
export function yearParameters(system: System): Map<string, ParameterFacts> {
  const known = found.get(system) ?? find(system);
  if (Object.isFrozen(system)) found.set(system, known);
  return known;
}

const found = new WeakMap<System, Map<string, ParameterFacts>>();

function find(system: System): Map<string, ParameterFacts> {
  const pools = Object.values(system.pools);
  const names: Readonly<Record<string, readonly string[]>> = {
    "recruitment.from.<source>": pools.flatMap(({ recruitment }) => Object.keys(recruitment.from?.values ?? {})),
    "returners.<n>": pools.flatMap(({ returners }) => Object.keys(returners)),
    "shifts.<n>.share": Object.keys(system.shifts),
    "substitutions.<n>.fte": Object.keys(system.substitutions),
  };
  const ids: Readonly<Record<string, readonly string[]>> = {
    "<course>": Object.keys(system.pipelines),
    "<pool>": Object.keys(system.pools),
    "<market>": Object.keys(system.labourMarkets),
  };
  return new Map(
    Object.entries(PARAMETERS).flatMap(([pattern, facts]) => {
      const own = names[pattern];
      const written = own
        ? own.map((name) => pattern.replace(/<[^>]+>/, name))
        : Object.entries(ids).reduce(
            (so, [word, all]) =>
              so.flatMap((name) => (name.includes(word) ? all.map((id) => name.replace(word, id)) : name)),
            [pattern],
          );
      return written.map((name): [string, ParameterFacts] => [name, facts]);
    }),
  );
}
