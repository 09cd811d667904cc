import type { CountedMeasure, Result } from "cadre";
import { LEAVERS, type LeaverKind } from "cadre/measures";
import { movesBetween } from "cadre/results";
import { COLOURS, LEAVER_COLOURS } from "./colours.ts";
import { groupTitle } from "./group-title.ts";
import { JOINER_SOURCES } from "./joiners-by-source.ts";

/** By what staff are grouped in a picture of their flow. */
export type FlowGrouping = "sectors" | "employers" | "pools";

/** Of which staff, grouped how, and until when. */
export interface StaffFlowsOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  readonly pool?: string;
  /** One part of the picture a sector, an employer or a pool; sectors unless there is one only and no more than four pools. */
  readonly groups?: FlowGrouping;
  /** The last year whose flows count; the last of the run when left out. */
  readonly year?: number;
}

/** Where people come from, or by which cause they go: what it is called, its colour, and how many in each group. */
export interface FlowEnd {
  readonly title: string;
  readonly colour: string;
  readonly people: readonly number[];
  /** Whether it is another part of the system. */
  readonly within: boolean;
}

/** The staff of some groups from one date to another: who is there, who comes and who goes. */
export interface StaffFlows {
  readonly kind: "sector" | "employer" | "pool";
  readonly first: number;
  readonly last: number;
  readonly groups: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  readonly sources: readonly FlowEnd[];
  readonly causes: readonly FlowEnd[];
  /** From one group to another; −1 is the rest of the system. */
  readonly moves: readonly FlowMove[];
}

/** People who go from one group to another, by their places in the list. */
export interface FlowMove {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

const KINDS = { sectors: "sector", employers: "employer", pools: "pool" } as const;
const TOLD_APART = 4;

/** Counted by who goes where, or not at all: neither comes from outside the system. */
const INSIDE: ReadonlySet<string> = new Set(["joiners.moves", "joiners.hires", "joiners.churn", "churn"]);
const GONE = (Object.keys(LEAVER_COLOURS) as LeaverKind[]).filter(
  (kind) => kind !== "churn" && kind !== "moves" && kind !== "hires",
);

/** Everybody who is there, comes and goes; changes of employer within a pool and moves within a group are left out. */
export function staffFlows(result: Result, options: StaffFlowsOptions): StaffFlows {
  const { pool = "all", groups: asked, year = result.last } = options;
  result.at({ pool, measure: "headcount", year });
  const scope = poolsOf(result, pool);
  const kind = KINDS[asked ?? usualGrouping(result, scope)];
  const groups = (kind === "pool" ? result.pools.map(({ id }) => id) : result.groups.map(({ id }) => id))
    .filter((id) => kind === "pool" || id.startsWith(`${kind}:`))
    .map((id) => ({ id, pools: poolsOf(result, id).filter((one) => scope.includes(one)) }))
    .filter(({ pools }) => pools.length > 0);
  const years = result.years.filter((one) => one <= year);
  const over = (pools: readonly string[], measure: CountedMeasure) =>
    sum(years.flatMap((one) => pools.map((id) => result.at({ pool: id, measure, year: one }))));
  const at = (pools: readonly string[], date: number) =>
    sum(pools.map((id) => result.at({ pool: id, measure: "headcount", year: date })));
  const groupOf = (id: string) => groups.findIndex(({ pools }) => pools.includes(id));
  const end = (title: string, measure: CountedMeasure, colour: string): FlowEnd => ({
    ...{ title, colour, within: false },
    people: groups.map(({ pools }) => over(pools, measure)),
  });
  const there = ({ people }: FlowEnd) => sum(people) >= 0.5;
  return {
    ...{ kind, first: result.base, last: year },
    groups: groups.map(({ id, pools }) => ({
      name: groupTitle(result, id),
      before: at(pools, result.base),
      after: at(pools, year),
    })),
    sources: JOINER_SOURCES.filter(({ measure }) => !INSIDE.has(measure))
      .map(({ title, measure }) => end(title, measure, COLOURS.joining))
      .filter(there),
    causes: GONE.map((one) => end(LEAVERS[one].title, LEAVERS[one].measure, LEAVER_COLOURS[one])).filter(there),
    moves: merged(
      movesBetween(result, { until: year }).map(({ from, to, people }) => ({
        ...{ from: groupOf(from), to: groupOf(to), people },
      })),
    ),
  };
}

/** Sectors; where there is one only, its pools while they are few. */
function usualGrouping(result: Result, scope: readonly string[]): FlowGrouping {
  const pools = result.pools.filter(({ id }) => scope.includes(id));
  const sectors = new Set(pools.map(({ sector }) => sector)).size;
  return sectors === 1 && pools.length <= TOLD_APART ? "pools" : "sectors";
}

/** The pools that a pool or group is made of, by their ids. */
const poolsOf = (result: Result, id: string): string[] =>
  (result.groups.find((group) => group.id === id)?.pools ?? []).flatMap((index) => result.pools[index]?.id ?? []);

/** One number for each way from a group to another. */
function merged(moves: readonly FlowMove[]): FlowMove[] {
  const sums = new Map<string, FlowMove>();
  for (const { from, to, people } of moves) {
    if (from === to) continue;
    const way = `${from} ${to}`;
    sums.set(way, { from, to, people: people + (sums.get(way)?.people ?? 0) });
  }
  return [...sums.values()].filter(({ people }) => people >= 0.5);
}

/** How many come into a group from others, or go from it to others. */
export const movedTo = ({ moves }: StaffFlows, g: number, way: "to" | "from"): number =>
  sum(moves.filter((move) => move[way] === g).map(({ people }) => people));

export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
