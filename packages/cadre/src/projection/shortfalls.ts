import type { Resolved } from "../plan/resolved.ts";
import type { Projection } from "./projection.ts";

/** Fewer heads than this are rounding. */
const NOTICEABLE = 0.01;

/** What could not be done as asked: intakes that pools could not spare, recruits that markets did not have. */
export function shortfalls(
  { years, joiners, pools, system }: Resolved,
  { courses, wanted, market, hires, unsettled, plannedMissing }: Projection,
): string[] {
  const said: string[] = [];
  joiners.courses.forEach(({ title }, c) => {
    const short = years.filter((_, y) => courses[y]![c]!.missing > NOTICEABLE);
    if (short.length === 0) return;
    const missing = years.reduce((sum, _, y) => sum + courses[y]![c]!.missing, 0);
    said.push(
      `"${title}" wants more entrants from a pool than it can spare: ${missing.toFixed(0)} fewer enter, in ${short.join(", ")}.`,
    );
  });
  plannedMissing.forEach((missing, n) => {
    const short = years.filter((_, y) => missing[y]! > NOTICEABLE);
    if (short.length === 0) return;
    const { from, to } = system.plannedMoves[n]!;
    const all = missing.reduce((sum, heads) => sum + heads, 0);
    said.push(
      `More people are planned to ${to === undefined ? `be made redundant from "${from}"` : `move from "${from}" to "${to}"`} than it can spare: ${all.toFixed(0)} fewer go, in ${short.join(", ")}.`,
    );
  });
  joiners.recruits.forEach(({ market: index, hires: from }, p) => {
    const at = (y: number) => y * pools.length + p;
    const short = years.filter((_, y) => wanted[at(y)]! - market[at(y)]! > NOTICEABLE);
    if (short.length > 0 && index >= 0) {
      // Years are not added up: a post that stays empty is wanted again in the next one.
      const missing = years.map((_, y) => wanted[at(y)]! - market[at(y)]!);
      const most = Math.max(...missing);
      said.push(
        `The labour market "${joiners.markets[index]!.id}" has fewer recruits than "${pools[p]!.id}" wants in ${short.length} of ${years.length} years: up to ${most.toFixed(0)} too few in a year (${years[missing.indexOf(most)]}).` +
          (system.pools[pools[p]!.id]!.recruitment.mode === "fill"
            ? " A post that stays empty is advertised again the next year."
            : ""),
      );
    }
    const restless = years.filter((_, y) => unsettled[at(y)]! > NOTICEABLE);
    if (restless.length > 0) {
      const most = Math.max(...years.map((_, y) => unsettled[at(y)]!));
      said.push(
        `The recruits that fill the posts of "${pools[p]!.id}" did not settle, in ${restless.join(", ")}: they may be wrong by ${most.toFixed(2)} people a year or more.`,
      );
    }
    const drawn = (y: number) => from.reduce((sum, { byYear }) => sum + byYear[y]!, 0);
    const capped = years.filter((_, y) => (market[at(y)]! * drawn(y)) / (1 - drawn(y)) - hires[at(y)]! > NOTICEABLE);
    if (capped.length > 0)
      said.push(
        `"${pools[p]!.id}" wants to hire more people from ${Object.keys(system.pools[pools[p]!.id]!.recruitment.from?.values ?? {}).join(", ")} than can be spared, in ${capped.join(", ")}.`,
      );
  });
  return said;
}
