import { type FlowEnd, movedTo, type StaffFlows, sum } from "./flow-figures.ts";

/** A bar at the edge of the picture: who is in post at a date, a source or a cause. */
export interface FlowBar {
  readonly name: string;
  readonly people: number;
  readonly colour: string | undefined;
  readonly y: number;
  readonly height: number;
}

/** A band from an edge of the picture to a block in its middle, or from there to the other edge; upper ends in pixels. */
export interface FlowRibbon {
  readonly side: "in" | "out";
  /** The colour of its source or cause; none for staff who are there at the date of that edge. */
  readonly colour: string | undefined;
  readonly edge: number;
  readonly block: number;
  readonly height: number;
}

/** Where everything stands from top to bottom, in pixels. */
export interface FlowLayout {
  readonly left: readonly FlowBar[];
  readonly right: readonly FlowBar[];
  readonly blocks: readonly { readonly y: number; readonly height: number }[];
  readonly ribbons: readonly FlowRibbon[];
  /** Pixels of one person. */
  readonly per: number;
}

/** The room from top to bottom, and the least between bars at an edge and between blocks. */
export interface FlowRoom {
  readonly top: number;
  readonly bottom: number;
  readonly apart: number;
  readonly between: number;
}

/** A bar widens with its room, but not so far that an edge falls apart. */
const WIDEST = 30;

/**
 * Blocks as high as everybody who was ever there, and at both edges who comes into them and what becomes of them. Staff of
 * the first half of the groups stand above the sources and causes, those of the others below, so that staff who stay cross nobody.
 */
export function flowLayout(flows: StaffFlows, room: FlowRoom): FlowLayout {
  const { groups, sources, causes } = flows;
  const above = Math.ceil(groups.length / 2);
  // What is too small to be drawn leaves a hair between the two.
  const held = groups.map(({ before, after }, g) => {
    const of = (ends: readonly FlowEnd[]) => sum(ends.map(({ people }) => people[g] ?? 0));
    return Math.max(before + of(sources) + movedTo(flows, g, "to"), after + of(causes) + movedTo(flows, g, "from"));
  });
  const left = edgeOf(flows, "before", above);
  const right = edgeOf(flows, "after", above);
  const space = room.bottom - room.top;
  const perOf = (total: number, gaps: number) => (total > 0 ? (space - gaps) / total : Number.POSITIVE_INFINITY);
  const found = Math.min(
    ...[left, right].map((bars) => perOf(sum(bars.map(({ people }) => people)), (bars.length - 1) * room.apart)),
    perOf(sum(held), (groups.length - 1) * room.between),
  );
  const per = Number.isFinite(found) ? Math.max(0, found) : 0;
  const blocks = stacked(
    held.map((people) => people * per),
    room,
    room.between,
    room.between,
  );
  const placed = (bars: readonly Edge[]) => {
    const heights = bars.map(({ people }) => people * per);
    const places = stacked(heights, room, room.apart, WIDEST);
    return bars.map((bar, i) => ({ ...bar, y: places[i]?.y ?? 0, height: heights[i] ?? 0 }));
  };
  const [leftBars, rightBars] = [placed(left), placed(right)];
  return {
    ...{ blocks, per, left: leftBars, right: rightBars },
    ribbons: [
      ...ribbonsOf(leftBars, "in", flows, { blocks, per, above }),
      ...ribbonsOf(rightBars, "out", flows, { blocks, per, above }),
    ],
  };
}

/** A bar before it has its place: whose it is where it is one group's staff. */
interface Edge {
  readonly name: string;
  readonly people: number;
  readonly colour: string | undefined;
  readonly group?: number;
  readonly end?: FlowEnd;
}

function edgeOf({ groups, sources, causes }: StaffFlows, date: "before" | "after", above: number): Edge[] {
  const staff = groups.map(
    (group, index): Edge => ({ name: group.name, people: group[date], colour: undefined, group: index }),
  );
  const ends = (date === "before" ? sources : causes).map(
    (end): Edge => ({ name: end.title, people: sum(end.people), colour: end.colour, end }),
  );
  return [...staff.slice(0, above), ...ends, ...staff.slice(above)];
}

/** Things of these heights one below the other in the middle of the room, at least `least` and at most `most` apart. */
function stacked(heights: readonly number[], { top, bottom }: FlowRoom, least: number, most: number) {
  const used = sum(heights);
  const gap = Math.max(least, Math.min(most, (bottom - top - used) / Math.max(1, heights.length - 1)));
  let y = (top + bottom - used - gap * (heights.length - 1)) / 2;
  return heights.map((height) => {
    const place = { y, height };
    y += height + gap;
    return place;
  });
}

/** A ribbon for each group and bar. On the side of a block that faces the other group, who goes to it or comes from it has its room. */
function ribbonsOf(
  bars: readonly (Edge & { y: number; height: number })[],
  side: "in" | "out",
  flows: StaffFlows,
  { blocks, per, above }: { blocks: FlowLayout["blocks"]; per: number; above: number },
): FlowRibbon[] {
  const used = bars.map(() => 0);
  return flows.groups.flatMap((_, g) => {
    const crossing = movedTo(flows, g, side === "in" ? "to" : "from");
    let block = (blocks[g]?.y ?? 0) + (g < above ? 0 : crossing * per);
    return bars.flatMap((bar, b): FlowRibbon[] => {
      const people = bar.end ? (bar.end.people[g] ?? 0) : bar.group === g ? bar.people : 0;
      if (people <= 0) return [];
      const height = people * per;
      const ribbon = { side, colour: bar.colour, edge: bar.y + (used[b] ?? 0), block, height };
      used[b] = (used[b] ?? 0) + height;
      block += height;
      return [ribbon];
    });
  });
}
