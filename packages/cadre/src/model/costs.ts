/** Costs that a pool, or the system for all of its pools, may give, once; pounds. */
export const COSTS = {
  pay: "pay of one full-time equivalent a year",
  leaver: "cost of one person leaving",
  recruit: "cost of one recruit from the labour market",
  abroad: "cost of one recruit from abroad",
  hire: "cost of one recruit from another pool",
  returner: "cost of one person coming back",
  graduate: "cost of taking on one finisher of a course",
} as const;
export type CostName = keyof typeof COSTS;
export const COST_NAMES = Object.keys(COSTS) as readonly CostName[];
