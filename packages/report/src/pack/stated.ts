import { drawsAgree, statedGap } from "@cadre/charts";
import type { Result } from "cadre";
import type { PackCertainty } from "./certainty.ts";
import type { PackSetting } from "./setting.ts";

/** What was asked for, as far as draws go. */
type Drawn = Pick<PackSetting, "ensembles" | "first" | "plan">;

/** The draws of the first scenario and of the plan: of both or of none, for a pack states either medians or runs. */
export function drawnPair({ ensembles = [], first, plan }: Drawn): PackCertainty[] {
  const wanted = [first, ...(plan ? [plan] : [])];
  const found = wanted.flatMap(({ id }) => ensembles.find(({ central }) => central.id === id) ?? []);
  return found.length === wanted.length ? found : [];
}

/** What a pack says of the gap of a scenario, everywhere: the median of its draws where there are any, or else its run. */
export const gapOf = (setting: Drawn, result: Result, { pool, year }: { pool: string; year: number }): number =>
  statedGap(result, drawnPair(setting), { pool, year });

/** A number, and where there are draws the ends of what holds eight in ten of them. */
export interface StatedNumber {
  readonly value: number;
  readonly range?: readonly [number, number];
}

/**
 * How far the plan's gap lies from the first, everywhere in a pack: of draws the median of the difference in each, since
 * both have the same luck in a draw; without draws the difference of the runs.
 */
export function changeOf(setting: Drawn, query: { pool: string; year: number }): StatedNumber {
  const { first, plan = first, ensembles } = setting;
  const [, after] = drawnPair(setting);
  // A run knows its difference from the first of those that were drawn together with it.
  const held = ensembles?.[0]?.central.id === first.id;
  const spread = held ? after?.difference?.at({ ...query, measure: "gap" }) : undefined;
  if (!spread) return { value: gapOf(setting, plan, query) - gapOf(setting, first, query) };
  return { value: spread.p50, ...(!drawsAgree(spread) && { range: [spread.p10, spread.p90] as const }) };
}

/** The ends of what holds eight draws in ten of the gap of a scenario; nothing where nobody has given a range. */
export function rangeOf(
  setting: Drawn,
  result: Result,
  query: { pool: string; year: number },
): readonly [number, number] | undefined {
  const spread = drawnPair(setting)
    .find(({ central }) => central.id === result.id)
    ?.at({ ...query, measure: "gap" });
  return spread && !drawsAgree(spread) ? [spread.p10, spread.p90] : undefined;
}

/** Behind the name of a number that is the run's own where the pack states medians: ", all at its centre". */
export const centreWords = (setting: Drawn): string => (drawnPair(setting).length > 0 ? ", all at its centre" : "");
