/** A yearly growth that a pool's need follows, beside the people it serves. */
interface DemandGrowth {
  /** Whether growth raises the posts needed, or lowers them. */
  readonly raises: boolean;
  /** What planners call it. */
  readonly words: string;
  /** What it does in the account of a demand, before the number as it was written. */
  readonly explained: string;
}

/** Every yearly growth of need, once: by its key in `demand`, which is the end of its parameter's name too. */
export const DEMAND_GROWTHS = {
  growthPerHead: { raises: true, words: "growth of need a head", explained: "times growth per head" },
  productivity: { raises: false, words: "growth of productivity", explained: "divided by productivity" },
} as const satisfies Readonly<Record<string, DemandGrowth>>;
export type DemandGrowthName = keyof typeof DEMAND_GROWTHS;
export const DEMAND_GROWTH_NAMES = Object.keys(DEMAND_GROWTHS) as readonly DemandGrowthName[];

/** Something for each growth of need, by its key. */
export const byDemandGrowth = <T>(of: (name: DemandGrowthName) => T): Record<DemandGrowthName, T> =>
  Object.fromEntries(DEMAND_GROWTH_NAMES.map((name) => [name, of(name)])) as Record<DemandGrowthName, T>;
