import { COLOURS } from "./colours.ts";
import { type FlowEnd, type FlowMove, movedTo, type StaffFlows, sum } from "./flow-figures.ts";

/** A group of fewer than one in fifty, and a flow of fewer than one in five hundred, is no more than a hair. */
const SMALLEST_GROUP = 0.02;
const SMALLEST_FLOW = 0.002;

/** What can be seen of a flow, and the groups that are too small to be seen. */
export interface ShownFlows extends StaffFlows {
  readonly small: readonly string[];
}

/**
 * The flows without what is too small to be seen. Two groups have ways between them; with more, and where others lie outside
 * the picture, those who move come from the edge of the picture and go to it.
 */
export function shownFlows(flows: StaffFlows, { arrows }: { arrows: boolean }): ShownFlows {
  const { groups, kind, sources, causes } = flows;
  const staff = sum(groups.map(({ before, after }) => Math.max(before, after)));
  const isSmall = (g: number) => {
    const { before = 0, after = 0 } = groups[g] ?? {};
    return arrows && Math.max(before, after) < SMALLEST_GROUP * staff;
  };
  const kept = groups.map((_, g) => g).filter((g) => !isSmall(g));
  const at = (g: number) => kept.indexOf(g);
  const moves = flows.moves.map(({ from, to, people }): FlowMove => ({ from: at(from), to: at(to), people }));
  const between = arrows && kept.length === 2 ? moves.filter(({ from, to }) => from >= 0 && to >= 0) : [];
  const across = { ...flows, moves: moves.filter((one) => !between.includes(one)) };
  const crossing = (way: "to" | "from", title: string): FlowEnd => ({
    ...{ title, colour: COLOURS.hires, within: true },
    people: kept.map((_, g) => movedTo(across, g, way)),
  });
  const all = (ends: readonly FlowEnd[]) => sum(ends.map(({ people }) => sum(people)));
  const visible = (ends: readonly FlowEnd[]) =>
    ends
      .map((end) => ({ ...end, people: end.within ? end.people : kept.map((g) => end.people[g] ?? 0) }))
      .filter(({ people }) => sum(people) > 0 && sum(people) >= SMALLEST_FLOW * all(ends));
  return {
    ...flows,
    groups: kept.flatMap((g) => groups[g] ?? []),
    sources: visible([...sources, crossing("to", `From another ${kind}`)]),
    causes: visible([...causes, crossing("from", `To another ${kind}`)]),
    moves: between,
    small: groups.filter((_, g) => isSmall(g)).map(({ name }) => name),
  };
}
