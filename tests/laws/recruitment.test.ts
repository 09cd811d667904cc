import type { Result } from "cadre";
import fc from "fast-check";
import { afterAll, expect } from "vitest";
import type { PoolFile, SystemFile } from "./arbitrary-joiners.ts";
import { expectClose } from "./assert-laws.ts";
import { ample, law, sum, tryRun } from "./joiner-law.ts";

/** How often each law had something to say, so that none is kept by never being put to the test. */
const seen = { filled: 0, scarce: 0, drained: 0 };
afterAll(() => {
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(30);
});

const changed = (file: SystemFile, change: (pool: PoolFile, id: string) => Partial<PoolFile>): SystemFile => ({
  ...file,
  pools: Object.fromEntries(Object.entries(file.pools).map(([id, pool]) => [id, { ...pool, ...change(pool, id) }])),
});

/** What a pool recruited in the last step before the end of a year. */
const recruitsAtEnd = ({ data }: Result, pool: number, year: number): number => {
  const { market, taken } = data.projection.steps[(year + 1) * data.resolved.stepsPerYear - 1]!;
  const hired = taken.filter(({ kind, to }) => kind === "hire" && to === pool);
  return market[pool]! + sum(hired.map(({ heads }) => sum(heads)));
};

law("with an ample market, filling ends a year with supply at funded posts, or above when nobody is needed", (file) => {
  const result = tryRun(ample(file));
  result.pools.forEach(({ id: pool }, p) => {
    if (file.pools[pool]!.recruitment.mode !== "fill") return;
    result.years.forEach((year, y) => {
      const supply = result.at({ pool, measure: "supply", year });
      const funded = result.at({ pool, measure: "funded", year });
      if (recruitsAtEnd(result, p, y) > 0) {
        expectClose(supply, funded, `supply of ${pool} in ${year}`);
        seen.filled++;
      } else expect(supply).toBeGreaterThanOrEqual(funded - 1e-9 * Math.max(1, funded));
    });
  });
});

law("a market gives what it has, nobody more than they want, and the rest by wants times weights", (file) => {
  const yearly: SystemFile = { ...file, calendar: { ...file.calendar, stepsPerYear: 1 } };
  const result = tryRun(yearly);
  const ids = Object.keys(file.labourMarkets);
  result.years.forEach((year, y) => {
    ids.forEach((market, m) => {
      const members = result.pools.filter(({ id }) => file.pools[id]!.recruitment.market === market);
      const wants = members.map(({ id: pool }) => result.at({ pool, measure: "joiners.wanted", year }));
      const gets = members.map(({ id: pool }) => result.at({ pool, measure: "joiners.market", year }));
      const capacity = result.data.resolved.joiners.markets[m]!.capacity[y]!;
      expectClose(sum(gets), Math.min(capacity, sum(wants)), `recruits of ${market} in ${year}`);
      // Heads for each one wanted, at a weight of one: the same for all who get less than they want.
      const level = (p: number) => gets[p]! / (wants[p]! * file.pools[members[p]!.id]!.recruitment.weight);
      const wanting = members.flatMap((_, p) => (wants[p]! > 0 ? [p] : []));
      const short = wanting.filter((p) => gets[p]! < wants[p]! * (1 - 1e-12));
      for (const p of wanting) {
        expect(gets[p]).toBeLessThanOrEqual(wants[p]!);
        if (short.length === 0 || capacity === 0) continue;
        if (short.includes(p)) expectClose(level(p) / level(short[0]!), 1, `level of ${members[p]!.id} in ${year}`);
        else expect(level(p)).toBeLessThanOrEqual(level(short[0]!) * (1 + 1e-9));
      }
      if (short.length > 1 && capacity > 0) seen.scarce++;
    });
  });
});

law("raising the funded posts of a pool never raises the stock of a pool that it hires from", (file) => {
  const hiredFrom = Object.values(file.pools).flatMap(({ recruitment }) => Object.keys(recruitment.from ?? {}));
  const hiring = Object.keys(file.pools).find(
    (id) => file.pools[id]!.recruitment.from && !hiredFrom.includes(id),
  ) as string;
  fc.pre(hiring !== undefined);
  // Nothing but its hiring ties the pool to others: a scarce market, moves, courses that draw on it, or people who come
  // by way of a third pool could all bring a little of what it takes back.
  const alone = changed(ample({ ...file, moves: [], plannedMoves: [], pipelines: {} }), (pool, id) => {
    const { recruitment } = pool;
    // Whoever comes back from another pool could be one whom that pool has hired.
    const returners = pool.returners?.filter((one) => !(one as { of?: string }).of);
    const { from: _from, starters: _starters, ...others } = recruitment;
    return id === hiring
      ? { recruitment: { ...recruitment, mode: "fill" }, fte: 0.8, returners: [] }
      : { recruitment: { ...others, recruits: { 2020: 50 }, mode: "fixed" }, fte: 0.8, returners };
  });
  const { recruits: _, starters: __, ...fill } = alone.pools[hiring]!.recruitment;
  alone.pools[hiring] = { ...alone.pools[hiring]!, recruitment: fill };
  const { posts, funded } = alone.demand[hiring]!;
  const more = Object.fromEntries(Object.entries(funded.posts).map(([year, fte]) => [year, fte + posts * 0.1]));
  const raised = { ...alone, demand: { ...alone.demand, [hiring]: { posts, funded: { posts: more } } } };
  const [before, after] = [tryRun(alone), tryRun(raised)];
  for (const pool of Object.keys(fill.from ?? {}))
    for (const year of before.years) {
      const heads = (result: typeof before) => result.at({ pool, measure: "headcount", year });
      const [was, is] = [heads(before), heads(after)];
      expect(is, `${pool} in ${year}`).toBeLessThanOrEqual(was + 1e-9 * Math.max(1, was));
      if (is < was - 1e-6) seen.drained++;
    }
});
