import { byCause } from "../model/causes.ts";
import type { System } from "../system/types.ts";
import type { BaseYear, Island, IslandYear, PoolCalibration } from "./base-year.ts";
import { islandYear } from "./island-year.ts";
import { islandsOf, sameForBaseYear } from "./islands.ts";

/**
 * Finds the base year: the opening stock, leaving and recruits that agree with each other and with what is published.
 * Each island is searched by itself. `near` is the base year of a system that differs little: an island that is the same
 * there is taken as it stands, others are searched from where that search came to rest.
 * Method: docs/method/calibration.md.
 */
export function calibrate(system: System, near?: BaseYear): BaseYear {
  const islands = islandsOf(system);
  const same = near?.islands.length === islands.length && islands.every((one, i) => sameIsland(one, near.islands[i]!));
  const found = islands.map((island): IslandYear => {
    const beside = near?.islands.find((one) => sameIsland(one, island));
    if (beside && sameForBaseYear(beside.system, island.system)) return beside;
    return { ...island, ...islandYear(island.system, beside?.point) };
  });
  return joined(found, same ? near : undefined);
}

const sameIsland = (one: Island, other: Island): boolean => sameNumbers(one.places, other.places);

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

/** The base year of all islands together; what is not as in `near`, which has the same islands, is written over a copy. */
function joined(islands: readonly IslandYear[], near?: BaseYear): BaseYear {
  const [first] = islands;
  if (islands.length === 1 && first) return { ...first.year, islands };
  const pools: PoolCalibration[] = [];
  for (const { places, year } of islands) for (const [i, p] of places.entries()) pools[p] = year.pools[i]!;
  const together = (of: (year: IslandYear["year"]) => Float64Array) => {
    const length = of(first!.year).length / first!.places.length;
    const out = near ? of(near).slice() : new Float64Array(length * pools.length);
    islands.forEach((island, n) => {
      if (island === near?.islands[n]) return;
      const all = of(island.year);
      island.places.forEach((p, i) => {
        out.set(all.subarray(i * length, (i + 1) * length), p * length);
      });
    });
    return out;
  };
  return {
    opening: together(({ opening }) => opening),
    rates: {
      hazards: byCause((cause) => together(({ rates }) => rates.hazards[cause])),
      moves: islands.flatMap(({ places, year }) =>
        year.rates.moves.map(({ from, to, hazard }) => ({ from: places[from]!, to: places[to]!, hazard })),
      ),
    },
    shapes: together(({ shapes }) => shapes),
    personYears: together(({ personYears }) => personYears),
    recruits: together(({ recruits }) => recruits),
    pools,
    islands,
  };
}
