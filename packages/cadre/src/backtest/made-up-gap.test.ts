import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { RATE_SPREADS, type RateSpread } from "../rates/rate-spreads.ts";
import type { Change } from "../scenario/schema/change.ts";
import { parseSystem } from "../system/parse.ts";
import { normalQuantile } from "../uncertainty/normal.ts";
import { stream } from "../uncertainty/streams.ts";
import { RECRUITS_FOLLOW_LEAVERS } from "../uncertainty/uncertain-histories.ts";
import { backtest } from "./backtest.ts";
import { parseSeries } from "./series.ts";

/**
 * Histories whose model is known, of a place whose every number is as uncertain as the default spreads say: leaving, recruits
 * that follow it, vacancies and care per head. Cadre is told what was counted up to 2015 and projects staff and gap; what it
 * projects from each is compared with many ways in which the same place may have gone on.
 */
const HISTORIES = 50;
const FUTURES = 40;
const KNOWN = [2013, 2014, 2015];
const AFTER = [2016, 2017, 2018, 2019, 2020];
const HORIZONS = [1, 3, 5];
const [RATE, VACANT, HEADS] = [0.3, 0.08, 2000];

const systemOf = (rate: number, vacant: number) =>
  parseSystem(`cadre: 1
id: made-up
title: Made up
calendar: { base: 2015-03-31, until: 2020-03-31 }
axes: { age: none, tenure: 1 }
population: { people: { 2014: { "65+": 1000 }, 2021: { "65+": 1120 } } }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: ${HEADS}
    vacancyRate: { value: ${100 * vacant}%, spread: place }
    leaving: { rate: ${100 * rate}%, kind: leavers-per-average-headcount, scope: employer }
    recruitment: { mode: replace, effort: { value: 100%, spread: place } }
demand:
  carers:
    drivers: [{ population: { "65+": 100% } }]
    growthPerHead: { value: 0% per year, spread: place }
`);

/** Normals of one history whose spread is itself unknown: an own standard deviation, worth so many years. */
function yearsOf({ noise, years }: Pick<RateSpread, "noise" | "years">, normal: () => number): () => number {
  const squares = Array.from({ length: years }, () => normal() ** 2).reduce((sum, square) => sum + square, 0);
  const own = noise * Math.sqrt(years / squares);
  return () => own * normal();
}

/** What one place was told of its leaving, and the ways in which it may have gone on. */
function history(h: number): { readonly level: number; readonly told: readonly number[]; readonly futures: Future[] } {
  const { leaving, recruits, vacancies, growthPerHead } = RATE_SPREADS;
  const next = stream(7, "made-up gap", h);
  const normal = () => normalQuantile(next());
  const level = Math.log(RATE) + leaving.between * normal();
  const leavingOf = yearsOf(leaving, normal);
  const told = KNOWN.map(() => Math.exp(level + leavingOf()));
  const futures = Array.from({ length: FUTURES }, (_, f): Future => {
    const growth = growthPerHead.between * normal();
    const growthOf = yearsOf(growthPerHead, normal);
    const recruitsOf = yearsOf({ ...recruits, noise: 1 }, normal);
    const years = AFTER.map(() => {
      const off = leavingOf();
      const [follow, alone] = [RECRUITS_FOLLOW_LEAVERS, Math.sqrt(1 - RECRUITS_FOLLOW_LEAVERS ** 2)];
      const joined = recruits.noise * (follow * (off / leaving.noise) + alone * recruitsOf());
      return { left: Math.exp(off), joined: Math.exp(joined), growth: growth + growthOf() };
    });
    // Vacancies have the tails of two degrees of freedom, so that their quantiles are spread evenly over all futures.
    const share = ((((h * FUTURES + f) * 777) % (HISTORIES * FUTURES)) + 0.5) / (HISTORIES * FUTURES);
    const t = (2 * share - 1) / Math.sqrt(2 * share * (1 - share));
    return { vacant: VACANT * Math.exp(vacancies.noise * t), years };
  });
  return { level: Math.exp(level), told, futures };
}

/** One way to go on: what each year's leaving and recruits are times their level, and by how much care per head grows. */
interface Future {
  readonly vacant: number;
  readonly years: readonly { readonly left: number; readonly joined: number; readonly growth: number }[];
}

const people = run(systemOf(RATE, VACANT)).series({ pool: "carers", measure: "demand" });

/** Staff and gap of the years after, by hand: people who leave at a hazard, and recruits who come evenly over the year. */
function turnedOut(level: number, { vacant, years }: Future): { readonly supply: number[]; readonly gap: number[] } {
  let [heads, care] = [HEADS, 1];
  const supply: number[] = [];
  const gap: number[] = [];
  years.forEach(({ left, joined, growth }, y) => {
    const hazard = level * left;
    heads = heads * Math.exp(-hazard) + (HEADS * level * joined * (1 - Math.exp(-hazard))) / hazard;
    care *= 1 + growth;
    const needed = ((HEADS / (1 - vacant)) * care * people[y + 1]!.value) / people[0]!.value;
    supply.push(heads);
    gap.push(needed - heads);
  });
  return { supply, gap };
}

/** What Cadre is told of one place: three years of leaving and staff. Staff and gap after them are any, to be projected. */
function seriesOf(told: readonly number[]) {
  const counted = (["supply", "gap"] as const).flatMap((measure) =>
    AFTER.map((year) => `${year}-03-31,carers,${measure},1,,first,made-up`),
  );
  const rates = told.flatMap((rate, i) => [
    `${KNOWN[i]}-03-31,carers,leaving.rate,${rate},,first,made-up`,
    `${KNOWN[i]}-03-31,reference,leaving.rate,${RATE},,first,made-up`,
    `${KNOWN[i]}-03-31,carers,headcount,${HEADS},,first,made-up`,
  ]);
  return parseSeries(["date,pool,measure,value,published,vintage,source", ...rates, ...counted].join("\n"));
}

test("a future by hand is what a run of the model gives", () => {
  const { level, futures } = history(0);
  const [future] = futures as [Future];
  const changes = AFTER.flatMap((year, y): Change[] => {
    const { left, joined, growth } = future.years[y]!;
    const only = { from: year, until: year };
    return [
      { parameter: "leaving.rate", ...only, multiply: left },
      { parameter: "recruitment.effort", ...only, multiply: joined },
      { parameter: "demand.growthPerHead", ...only, add: growth },
    ];
  });
  const truth = run(systemOf(level, future.vacant), { changes });
  const byHand = turnedOut(level, future);
  for (const measure of ["supply", "gap"] as const)
    AFTER.forEach((year, y) => {
      expect(byHand[measure][y]).toBeCloseTo(truth.at({ pool: "carers", measure, year }), 6);
    });
});

describe(`${HISTORIES} made-up places, ${FUTURES} futures of each`, () => {
  const inside = { supply: 0, gap: 0 };
  beforeAll(async () => {
    const { known: _, ...spread } = RATE_SPREADS.leaving;
    for (let h = 0; h < HISTORIES; h++) {
      const { level, told, futures } = history(h);
      const options = { origins: [2015], horizons: HORIZONS, draws: 200, seed: `gap ${h}`, reference: "reference" };
      const { forecasts } = await backtest(systemOf(RATE, VACANT), seriesOf(told), {
        ...options,
        spread,
        noise: false,
      });
      const truths = futures.map((future) => turnedOut(level, future));
      for (const { measure, horizon, interval } of forecasts)
        for (const truth of truths) {
          const value = truth[measure as keyof typeof inside][horizon - 1]!;
          if (value >= interval!.p10 && value <= interval!.p90) inside[measure as keyof typeof inside]++;
        }
    }
  }, 60_000);

  test.each(["supply", "gap"] as const)("four of five figures of %s lie in the 80% interval", (measure) => {
    const share = inside[measure] / (HISTORIES * FUTURES * HORIZONS.length);
    expect(share).toBeGreaterThan(0.78);
    expect(share).toBeLessThan(0.82);
  });
});
