import { ageLabel, DEATH_BANDS, RETIREMENT_BANDS } from "./age-bands.ts";
import { type Band, isSmall, joinBands, roundSmall } from "./disclosure.ts";
import type { ListCause } from "./fields.ts";
import { type ListRate, listRate, type ShrunkRate, shrink } from "./rate.ts";
import { type Tally, type TallyCells, TENURES } from "./tally.ts";

/** Yearly rates of a cause by age, from all pools together. */
export interface AgeRates {
  readonly cause: "retirement" | "death";
  readonly bands: readonly { readonly age: string; readonly rate: ListRate }[];
}

/** Leaving for other reasons than those that have rates by age of their own. */
export interface LeavingRates {
  /** By pool, each beside the rate drawn toward that of all pools. */
  readonly pools: ReadonlyMap<string, ShrunkRate>;
  /** For each class of years in post, the same. */
  readonly byTenure: readonly ReadonlyMap<string, ShrunkRate>[];
}

/** The rates of retirement and death by age. A cause of too few leavers has none and counts as leaving. */
export function ageRates(all: Tally, daysOfYear: number, threshold: number): AgeRates[] {
  const causes = [
    ["retirement", RETIREMENT_BANDS],
    ["death", DEATH_BANDS],
  ] as const;
  return causes.flatMap(([cause, bands]) => {
    const count = ({ from, to }: Band): number => all.leavers[cause].sum({ ages: [from, to] });
    const total = all.leavers[cause].sum({});
    if (total === 0 || isSmall(total, threshold)) return [];
    return {
      cause,
      bands: joinBands(bands, (band) => [count(band)], threshold).map((band) => ({
        age: ageLabel(band),
        rate: listRate(count(band), all.days.sum({ ages: [band.from, band.to] }) / daysOfYear),
      })),
    };
  });
}

/** The rates of leaving by pool and by years in post. `rare` are moves of a pool that are counted as leaving. */
export function leavingRates(
  tallies: ReadonlyMap<string, Tally>,
  apart: readonly ListCause[],
  rare: ReadonlyMap<string, number>,
  daysOfYear: number,
  threshold: number,
): LeavingRates {
  const left = (one: Tally, cells: TallyCells): number =>
    one.left(cells) - apart.reduce((sum, cause) => sum + one.leavers[cause].sum(cells), 0);
  const by = (cells: TallyCells, extra: (pool: string) => number): Map<string, ShrunkRate> => {
    const raw = [...tallies]
      .filter(([pool]) => pool !== "")
      .map(([pool, one]) => ({
        pool,
        raw: listRate(left(one, cells) + extra(pool), one.days.sum(cells) / daysOfYear),
      }));
    return new Map(withheld(raw, shrink(raw), threshold).map((rate) => [rate.pool, rate]));
  };
  return {
    pools: by({}, (pool) => rare.get(pool) ?? 0),
    byTenure: TENURES.map((_, tenure) => by({ tenure }, () => 0)),
  };
}

/** A pool of few leavers takes the rate of all pools: its own could be worked out from a weight above zero. */
function withheld(
  raw: readonly { readonly raw: ListRate }[],
  shrunk: readonly ShrunkRate[],
  threshold: number,
): ShrunkRate[] {
  const sum = (of: (rate: ListRate) => number): number => raw.reduce((total, one) => total + of(one.raw), 0);
  const [leavers, time] = [
    roundSmall(
      sum((rate) => rate.leavers),
      threshold,
    ),
    sum((rate) => rate.personYears),
  ];
  const [group] = shrink([{ pool: "", raw: listRate(leavers, time) }]);
  return shrunk.map((one) =>
    group && isSmall(one.raw.leavers, threshold) ? { ...group, pool: one.pool, raw: one.raw, weight: 0 } : one,
  );
}
