/** Standard normal values beyond which 2.5% and 10% lie. */
const Z95 = 1.959963984540054;
const Z80 = 1.2815515655446004;

/** A leaving rate with its count, so that a small number is visible. */
export interface ListRate {
  readonly leavers: number;
  /** Person-years in post, the denominator. */
  readonly personYears: number;
  /** Leavers for each person-year; undefined, that is not computable, where nobody was at risk. */
  readonly rate: number | undefined;
  /** The ends of the 95% interval. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** A rate of a pool beside the same rate drawn toward the group's. */
export interface ShrunkRate {
  readonly pool: string;
  readonly raw: ListRate;
  /** The share of the pool's own rate in the shrunk one, 0 to 1; the rest is the group's. */
  readonly weight: number;
  readonly rate: number;
  /** The ends of the 80% interval. */
  readonly p10: number;
  readonly p90: number;
}

/**
 * The quantile of a Poisson mean of which `count` were seen, by Byar's formula. With `half` 0.5 it comes close to the exact
 * mid-P interval (Rothman and Boice 1979).
 */
function byar(count: number, z: number, half: number): number {
  const k = count + half;
  if (k <= 0) return 0;
  return Math.max(0, k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3);
}

/** A rate with its 95% interval. */
export function listRate(leavers: number, personYears: number): ListRate {
  if (personYears <= 0) return { leavers, personYears, rate: undefined, low: undefined, high: undefined };
  return {
    leavers,
    personYears,
    rate: leavers / personYears,
    low: leavers === 0 ? 0 : byar(leavers, -Z95, 0.5) / personYears,
    high: byar(leavers, Z95, 0.5) / personYears,
  };
}

/** Two pools say nothing about how much pools differ; from three on it can be worked out. */
const FEWEST_POOLS = 3;

/**
 * Draws the rates of pools toward the rate of all of them: the less time a pool lived and the less pools differ, the more
 * (Marshall 1991). With fewer than three pools, each keeps its own.
 */
export function shrink(pools: readonly { readonly pool: string; readonly raw: ListRate }[]): ShrunkRate[] {
  const known = pools.filter(({ raw }) => raw.personYears > 0);
  const time = known.reduce((sum, { raw }) => sum + raw.personYears, 0);
  const leavers = known.reduce((sum, { raw }) => sum + raw.leavers, 0);
  if (time === 0) return [];
  const mean = leavers / time;
  const spread = known.reduce((sum, { raw }) => sum + raw.personYears * (raw.rate! - mean) ** 2, 0) / time;
  const between = Math.max(0, spread - mean / (time / known.length));
  return pools.map(({ pool, raw }) => {
    const weight =
      known.length < FEWEST_POOLS && raw.personYears > 0
        ? 1
        : between === 0
          ? 0
          : between / (between + mean / raw.personYears);
    // The posterior is a gamma distribution: leavers seen and leavers lent by the group, over time lived and time lent.
    const lent = weight === 0 ? { leavers, time } : weight === 1 ? { leavers: 0, time: 0 } : lentBy(mean, between);
    const [k, t] = weight === 0 ? [lent.leavers, lent.time] : [raw.leavers + lent.leavers, raw.personYears + lent.time];
    return {
      pool,
      raw,
      weight,
      rate: k / t,
      p10: byar(k, -Z80, 0) / t,
      p90: byar(k, Z80, k === 0 ? 0.5 : 0) / t,
    };
  });
}

const lentBy = (mean: number, between: number): { leavers: number; time: number } => ({
  leavers: mean ** 2 / between,
  time: mean / between,
});
