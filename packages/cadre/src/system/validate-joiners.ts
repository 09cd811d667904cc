import { MOST_HIRED } from "../model/pool-parameters.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { checkKnown } from "./known.ts";
import type { Problems } from "./problems.ts";
import type { Returner } from "./schema/leaving.ts";
import type { Pipeline } from "./schema/pipeline.ts";
import type { System } from "./types.ts";
import { populationBand } from "./validate-bands.ts";
import { validateAges, validateSexes } from "./validate-lists.ts";

/** Checks labour markets, hiring between pools, returners and pipelines. */
export function validateJoiners(system: System, ageless: boolean, problems: Problems): void {
  const pools = Object.keys(system.pools);
  const markets = Object.keys(system.labourMarkets);
  for (const [id, { recruitment, returners, abroad }] of Object.entries(system.pools)) {
    const at = (...rest: PropertyKey[]) => ["pools", id, ...rest];
    if (recruitment.market !== undefined)
      checkKnown(at("recruitment", "market"), recruitment.market, markets, "labour market", problems);
    if (recruitment.unexplained && recruitment.mode !== "replace")
      problems.add(at("recruitment", "unexplained"), {
        code: "mode-contradiction",
        message: "Only recruits who make up for leavers can contain joiners whom nobody counted.",
        value: `mode: ${recruitment.mode}`,
        rule: "unexplained belongs to mode: replace.",
        fix: "Remove unexplained, or write mode: replace.",
      });
    if (recruitment.from) hiring(system, id, recruitment.from, problems);
    if (abroad?.ages) validateAges(abroad.ages, at("abroad", "ages"), system, ageless, problems);
    validateSexes(abroad?.sex, at("abroad", "sex"), system, problems);
    returners.forEach((returner, i) => {
      validateReturner(id, returner, at("returners", i), pools, problems);
      if (returner.ages) validateAges(returner.ages, at("returners", i, "ages"), system, ageless, problems);
      validateSexes(returner.sex, at("returners", i, "sex"), system, problems);
    });
  }
  backOnce(system, problems);
  system.plannedMoves.forEach(({ from, to }, i) => {
    const at = (end: string) => ["plannedMoves", i, end];
    checkKnown(at("from"), from, pools, "pool", problems);
    if (to !== undefined) checkKnown(at("to"), to, pools, "pool", problems);
    if (from === to)
      problems.add(at("to"), {
        code: "move-to-itself",
        message: "A planned move leads to another pool.",
        value: from,
        rule: "from and to are different pools; without to, people are made redundant.",
        fix: "Name another pool, or leave to out.",
      });
  });
  for (const id of markets) {
    const { follows } = system.labourMarkets[id]!;
    if (follows) populationBand(system, ["labourMarkets", id, "follows", "population"], follows.population, problems);
    if (!Object.values(system.pools).some(({ recruitment }) => recruitment.market === id))
      problems.add(
        ["labourMarkets", id],
        {
          code: "market-without-pools",
          message: `No pool recruits from the labour market "${id}".`,
          value: id,
          rule: "A pool names its market in recruitment.market.",
          fix: "Name it in the pools that compete there, or remove it.",
        },
        "key",
      );
  }
  for (const [id, pipeline] of Object.entries(system.pipelines)) {
    validatePipeline(pipeline, ["pipelines", id], pools, problems);
    if (pipeline.ages) validateAges(pipeline.ages, ["pipelines", id, "ages"], system, ageless, problems);
    validateSexes(pipeline.sex, ["pipelines", id, "sex"], system, problems);
  }
}

function hiring(system: System, id: string, from: QuantityMap, problems: Problems): void {
  const path = ["pools", id, "recruitment", "from"];
  for (const source of Object.keys(from.values))
    checkKnown([...path, source], source, Object.keys(system.pools), "pool", problems, "key");
  atMost(from, MOST_HIRED, path, "recruits from other pools", problems);
  const way = loop(system, id);
  const ids = Object.keys(system.pools);
  // A circle is told once, at the first of its pools.
  if (way?.every((other) => ids.indexOf(other) >= ids.indexOf(id)))
    problems.add(path, {
      code: "hiring-loop",
      message: "These pools hire from each other in a circle.",
      value: way.join(" ← "),
      rule: "Hiring shares between pools do not lead back to where they start.",
      fix: "Remove one of the shares; people who go both ways are moves with a rate.",
    });
}

/** A way from a pool along its hiring shares back to itself. */
function loop(system: System, start: string): string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, way: string[]): string[] | undefined => {
    for (const next of Object.keys(system.pools[id]?.recruitment.from?.values ?? {})) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

function validateReturner(
  id: string,
  returner: Returner,
  path: readonly PropertyKey[],
  pools: readonly string[],
  problems: Problems,
): void {
  if (returner.of !== undefined) checkKnown([...path, "of"], returner.of, pools, "pool", problems);
  if (returner.of === id || (returner.of !== undefined && returner.heads))
    problems.add([...path, "of"], {
      code: "bad-returner",
      message:
        returner.of === id
          ? "People who come back to the pool that they left need no other pool."
          : "Heads that come back are from outside; no pool is said to have lost them.",
      value: returner.of,
      rule: "of names another pool, of whose leavers a share comes back to this one.",
      fix: "Remove of, or name another pool and a share.",
    });
  const byShare = returner.cause !== undefined && returner.share !== undefined && returner.delay !== undefined;
  const parts = [returner.cause, returner.share, returner.delay].filter((part) => part !== undefined).length;
  if (returner.heads ? parts > 0 : !byShare)
    problems.add(path, {
      code: "bad-returner",
      message: "People come back either as a share of leavers after some years, or as heads a year.",
      value: Object.keys(returner).join(", ") || "{}",
      rule: "cause, share and delay together; or heads alone.",
      fix: "Write { cause: retirement, share: 15%, delay: 1 } or { heads: { 2021: 15 } }.",
    });
}

/** Nobody who left comes back twice: over all pools, shares of the leavers of one pool by one cause are at most all. */
function backOnce(system: System, problems: Problems): void {
  const shares = new Map<string, number>();
  for (const [id, { returners }] of Object.entries(system.pools))
    returners.forEach(({ of = id, cause, share }, i) => {
      if (!cause || !share) return;
      const key = `${of} ${cause}`;
      const all = (shares.get(key) ?? 0) + share.value;
      shares.set(key, all);
      if (all <= 1 + 1e-9) return;
      problems.add(["pools", id, "returners", i, "share"], {
        code: "shares-above-100",
        message: `More people would come back than left "${of}" by ${cause}.`,
        value: share.written,
        rule: "Shares of the leavers of one pool by one cause, over all pools that they come back to, are at most 100% together.",
        fix: "Lower one of the shares.",
      });
    });
}

function validatePipeline(
  pipeline: Pipeline,
  path: readonly PropertyKey[],
  pools: readonly string[],
  problems: Problems,
): void {
  const names = (map: QuantityMap | undefined, key: string, also: readonly string[] = []) => {
    for (const id of Object.keys(map?.values ?? {}))
      checkKnown([...path, key, id], id, [...pools, ...also], "pool", problems, "key");
  };
  names(pipeline.joins, "joins");
  names(pipeline.earlyLeaversJoin, "earlyLeaversJoin");
  names(pipeline.entrants, "entrants", ["community"]);
  atMost(pipeline.joins, 1, [...path, "joins"], "finishers who join", problems);
  if (pipeline.earlyLeaversJoin)
    atMost(pipeline.earlyLeaversJoin, 1, [...path, "earlyLeaversJoin"], "early leavers who join", problems);
  if (Object.values(pipeline.joins.values).every((share) => share === 0))
    problems.add([...path, "joins"], {
      code: "pipeline-ends-nowhere",
      message: "Nobody who finishes this pipeline joins a pool.",
      value:
        Object.entries(pipeline.joins.values)
          .map(([id, share]) => `${id}: ${share * 100}%`)
          .join(", ") || "{}",
      rule: "A pipeline leads into at least one pool.",
      fix: "Name a pool in joins, with the share of graduates who take a post there.",
    });
  for (const key of ["worksWhileTraining", "backfill"] as const) {
    const given = pipeline[key];
    if (given) checkKnown([...path, key, "pool"], given.pool, pools, "pool", problems);
  }
}

function atMost(map: QuantityMap, most: number, path: readonly PropertyKey[], what: string, problems: Problems): void {
  const sum = Object.values(map.values).reduce((total, share) => total + share, 0);
  if (sum > most + 1e-9)
    problems.add(path, {
      code: "shares-above-100",
      message: `The shares of ${what} add up to ${Number((sum * 100).toFixed(4))}%.`,
      value: Object.entries(map.values)
        .map(([id, share]) => `${id}: ${Number((share * 100).toFixed(4))}%`)
        .join(", "),
      rule: `Together at most ${most * 100}%.`,
      fix: "Lower the shares.",
    });
}
