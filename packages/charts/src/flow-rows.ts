import { barRows } from "./bar-rows.ts";
import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedBlock, fixedText } from "./fixed-marks.ts";
import { type StaffFlows, sum } from "./flow-figures.ts";
import type { Plot } from "./frame.ts";
import { countText, labelText } from "./number.ts";
import { textWidth } from "./text-width.ts";
import type { Size } from "./theme.ts";

/** Rows of a flow, before the plot has its width. */
export interface FlowRows {
  readonly left: number;
  readonly height: number;
  readonly remark?: string;
  draw(plot: Plot): Layer[];
}

const MOST_ROWS = 16;
/** Room for a number behind a bar. */
const NUMBER = 46;
const HEAD = 30;

/** A row each group on one scale: to the left of the middle who was there and who joins, to the right who is still there and who leaves. */
export function flowRows(flows: StaffFlows, size: Size): FlowRows {
  const order = flows.groups.map((group, g) => ({ ...group, g })).sort((one, other) => other.before - one.before);
  const shown = order.slice(0, MOST_ROWS);
  const rest = order.slice(MOST_ROWS);
  const layout = barRows(shown, size, HEAD);
  const key = keyOf(flows, size);
  const parts = shown.map(({ g, before, after }) => ({
    come: [{ people: before, colour: COLOURS.supply }, ...partsOf(flows.sources, g)],
    go: [{ people: after, colour: COLOURS.supply }, ...partsOf(flows.causes, g)],
  }));
  return {
    left: layout.left,
    height: layout.height + 8 + key.lines,
    ...(rest.length > 0 && {
      remark: `${countText(rest.length)} smaller ones, of ${countText(sum(rest.map(({ before }) => before)))} people together, are in the table.`,
    }),
    draw(plot) {
      const middle = plot.width / 2;
      const most = Math.max(1, ...parts.flatMap(({ come, go }) => [total(come), total(go)]));
      const per = (middle - NUMBER) / most;
      return [
        ...heads(flows, plot, middle),
        ...parts.flatMap((row, i) => {
          const y = layout.middles[i] ?? 0;
          const place = { middle, per, edges: { y: y - layout.half - 1, y2: y + layout.half + 1 } };
          return [...bar(row.come, -1, place), ...bar(row.go, 1, place)];
        }),
        ...layout.names,
        ...key.draw(-layout.left, layout.height + 8),
      ];
    },
  };
}

interface Part {
  readonly people: number;
  readonly colour: string;
}

const total = (parts: readonly Part[]): number => sum(parts.map(({ people }) => people));

/** Who comes from elsewhere in the system stands next to who was there, as does who goes there. */
function partsOf(ends: StaffFlows["sources"], g: number): Part[] {
  const within = ends.filter((end) => end.within);
  return [...within, ...ends.filter((end) => !end.within)].map(({ people, colour, within: stays }) => ({
    people: people[g] ?? 0,
    colour: stays ? COLOURS.need : colour,
  }));
}

function heads({ first, last }: StaffFlows, plot: Plot, middle: number): Layer[] {
  const head = (text: string, x: number, align: "left" | "right", color: string) =>
    fixedText(text, { x, y: 8, align, bold: true, color });
  return [
    head("Join", 0, "left", COLOURS.returning),
    head(`There in ${first}`, middle - 5, "right", COLOURS.supply),
    head(`${last}`, middle + 5, "left", COLOURS.supply),
    head("Leave", plot.width, "right", COLOURS.quietInk),
  ];
}

/** Parts from the middle outwards, with how many join or leave behind the last. */
function bar(
  parts: readonly Part[],
  way: 1 | -1,
  { middle, per, edges }: { middle: number; per: number; edges: { y: number; y2: number } },
): Layer[] {
  let at = middle + way;
  const blocks = parts.flatMap(({ people, colour }) => {
    if (people <= 0) return [];
    const next = at + way * people * per;
    const block = fixedBlock({ x: Math.min(at, next), x2: Math.max(at, next), ...edges }, colour);
    at = next;
    return [block];
  });
  const y = (edges.y + edges.y2) / 2;
  const [there, ...others] = parts;
  const align = way === 1 ? "left" : "right";
  const inside = labelText(there?.people ?? 0);
  return [
    ...blocks,
    ...((there?.people ?? 0) * per > 44
      ? [fixedText(inside, { x: middle + way * 7, y, align, color: COLOURS.paper })]
      : []),
    fixedText(labelText(total(others)), { x: at + way * 6, y, align }),
  ];
}

/** What the parts are, in as many lines as they need; from the top of the first line. */
function keyOf({ sources, causes }: StaffFlows, size: Size): { lines: number; draw(x: number, y: number): Layer[] } {
  const seen = [
    { title: "join", colour: COLOURS.joining as string },
    ...([...sources, ...causes].some(({ within }) => within)
      ? [{ title: "move between", colour: COLOURS.need as string }]
      : []),
    ...causes.filter(({ within }) => !within),
  ];
  const label = size.text.label;
  const line = Math.round(label * 1.6);
  let [x, row] = [0, 0];
  const placed = seen.map(({ title, colour }) => {
    const text = title.toLowerCase();
    const wide = 16 + textWidth(text, label);
    if (x > 0 && x + wide > size.width - 20) [x, row] = [0, row + 1];
    const place = { text, colour, x, row };
    x += wide + 14;
    return place;
  });
  return {
    lines: (row + 1) * line,
    draw: (left, top) =>
      placed.flatMap((one) => {
        const y = top + one.row * line + line / 2;
        return [
          fixedBlock({ x: left + one.x, x2: left + one.x + 11, y: y - 6, y2: y + 5 }, one.colour),
          fixedText(one.text, { x: left + one.x + 16, y, align: "left", color: COLOURS.quietInk }),
        ];
      }),
  };
}
