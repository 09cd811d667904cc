/** In what a column of pounds is told: what its numbers are divided by, and the unit for its head. */
export function moneyUnit(values: readonly number[]): { per: number; unit: string } {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (largest >= 2e7) return { per: 1e6, unit: "£ million" };
  return largest >= 2e4 ? { per: 1e3, unit: "£ thousand" } : { per: 1, unit: "£" };
}
