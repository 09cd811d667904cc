import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { spread } from "./end-labels.ts";
import { fixedBlock, fixedText, writeOver } from "./fixed-marks.ts";
import type { StaffFlows } from "./flow-figures.ts";
import { type FlowBar, type FlowLayout, type FlowRibbon, flowLayout } from "./flow-layout.ts";
import type { Plot } from "./frame.ts";
import { labelText } from "./number.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** How a flow is drawn: with names beside it, or inside it where it is narrow. */
export interface FlowStyle {
  readonly narrow: boolean;
  readonly label: number;
}

const BAR = 8;
/** A flow of a few people among thousands keeps a line. */
const THINNEST = 1.2;
const HEAD = 28;
const STEPS = 24;

/** Ribbons from who is there and who joins, through the groups they work in, to who leaves and who is there at the end. */
export function flowRibbons(flows: StaffFlows, plot: Plot, { narrow, label }: FlowStyle): Layer[] {
  const line = Math.round(label * 1.25);
  const half = Math.round(narrow ? plot.width * 0.13 : plot.width * 0.17);
  const middle = plot.width / 2;
  const room = {
    top: narrow ? 4 : HEAD,
    bottom: plot.height,
    apart: narrow ? 8 : 14,
    between: flows.moves.length > 0 ? 2 * line + 24 : line + 8,
  };
  const layout = flowLayout(flows, room);
  const columns = { blockStart: middle - half, blockEnd: middle + half, end: plot.width };
  return [
    ...(narrow ? [] : heads(flows, plot, middle)),
    ribbons(layout.ribbons, columns, narrow ? 0.8 : 0.62),
    ...edges(layout.left, 0),
    ...edges(layout.right, plot.width - BAR),
    ...layout.blocks.map(({ y, height }) =>
      fixedBlock(
        { x: columns.blockStart, x2: columns.blockEnd, y, y2: y + Math.max(THINNEST, height) },
        COLOURS.supply,
      ),
    ),
    ...arrows(flows, layout, { x: columns.blockStart, line, label }),
    ...layout.blocks.flatMap((block, g) => blockWords(flows.groups[g], block, { middle, half, label })),
    ...edgeWords(layout.left, "left", flows.first, plot, { narrow, label, half: columns.blockStart }),
    ...edgeWords(layout.right, "right", flows.last, plot, { narrow, label, half: columns.blockStart }),
  ];
}

function heads({ first, last, kind }: StaffFlows, plot: Plot, middle: number): Layer[] {
  const head = (text: string, x: number, align: "left" | "center" | "right") =>
    fixedText(text, { x, y: 6, align, color: COLOURS.quietInk });
  return [
    head(`${first}, and who joins`, 0, "left"),
    head(kind === "sector" ? "Where they work" : `By ${kind}`, middle, "center"),
    head(`Who leaves, and ${last}`, plot.width, "right"),
  ];
}

const pixel = (field: string) => ({ field, type: "quantitative" as const, scale: null, axis: null });

/** Every ribbon, as thick at one end as at the other. */
function ribbons(
  all: readonly FlowRibbon[],
  { blockStart, blockEnd, end }: { blockStart: number; blockEnd: number; end: number },
  staying: number,
): Layer {
  const values = all.flatMap(({ side, colour, edge, block, height }, ribbon) => {
    const [from, to] = side === "in" ? [BAR, blockStart] : [blockEnd, end - BAR];
    const [a, b] = side === "in" ? [edge, block] : [block, edge];
    return Array.from({ length: STEPS + 1 }, (_, i) => {
      const t = i / STEPS;
      const ease = t * t * (3 - 2 * t);
      const y = a + (b - a) * ease;
      return {
        ribbon,
        x: round(from + (to - from) * t),
        y: round(y),
        y2: round(y + Math.max(THINNEST, height)),
        colour: colour ?? COLOURS.supply,
        opacity: colour === undefined ? staying : 0.42,
      };
    });
  });
  return {
    data: { values },
    mark: { type: "area", interpolate: "linear", line: false, orient: "vertical" },
    encoding: {
      x: pixel("x"),
      y: { ...pixel("y"), stack: null },
      y2: { field: "y2" },
      detail: { field: "ribbon" },
      color: { field: "colour", type: "nominal", scale: null, legend: null },
      opacity: { field: "opacity", type: "quantitative", scale: null, legend: null },
    },
  };
}

const round = (pixels: number): number => Math.round(100 * pixels) / 100;

const edges = (bars: readonly FlowBar[], x: number): Layer[] =>
  bars.map(({ y, height, colour }) =>
    fixedBlock({ x, x2: x + BAR, y, y2: y + Math.max(THINNEST, height) }, colour ?? COLOURS.supply),
  );

/** Who goes from one block to the other: straight up or down, to scale, with its number. */
function arrows(
  flows: StaffFlows,
  { blocks, per }: FlowLayout,
  { x, line, label }: { x: number; line: number; label: number },
): Layer[] {
  const [upper, lower] = blocks;
  if (!upper || !lower) return [];
  const [y, y2] = [upper.y + upper.height, lower.y];
  let at = x + 12;
  return flows.moves.flatMap(({ from, to, people }) => {
    const wide = Math.max(3, people * per);
    const reach = Math.max(wide, 14);
    const name = flows.groups[to]?.name ?? "";
    const centre = at + reach / 2;
    const down = from === 0;
    const words = [
      `${labelText(people)} go to`,
      wrapText(name.toLowerCase(), { width: 110, size: label, most: 1 })[0] ?? "",
    ];
    const layers = [
      fixedBlock({ x: centre - wide / 2, x2: centre + wide / 2, y, y2 }, COLOURS.need),
      triangle(centre, down ? y2 : y, down, reach / 2 + 4),
      fixedText(words, {
        x: at + reach + 8,
        y: (y + y2 - line) / 2,
        align: "left",
        lineHeight: line,
        color: COLOURS.needInk,
      }),
    ];
    at += reach + 16 + Math.max(...words.map((one) => textWidth(one, label)));
    return layers;
  });
}

/** The head of an arrow whose point lies at this height. */
function triangle(x: number, tip: number, down: boolean, half: number): Layer {
  const back = tip + (down ? -1 : 1) * (half + 2);
  return {
    data: {
      values: [
        { x: x - half, y: back, y2: back },
        { x, y: back, y2: tip },
        { x: x + half, y: back, y2: back },
      ],
    },
    mark: { type: "area", interpolate: "linear", line: false, orient: "vertical", color: COLOURS.need, opacity: 1 },
    encoding: { x: pixel("x"), y: { ...pixel("y"), stack: null }, y2: { field: "y2" } },
  };
}

/** The name of a group and how its staff change, in white on its block, or above it where that is too low. */
function blockWords(
  group: StaffFlows["groups"][number] | undefined,
  { y, height }: { y: number; height: number },
  { middle, half, label }: { middle: number; half: number; label: number },
): Layer[] {
  if (!group) return [];
  const line = Math.round(label * 1.3);
  const change = `${labelText(group.before)} → ${labelText(group.after)}`;
  const name = wrapText(group.name, { width: 2 * half - 12, size: label + 1, bold: true, most: 3 });
  if (height < (name.length + 1) * line + 6) {
    const [short = ""] = wrapText(group.name, { width: 2 * half, size: label, bold: true, most: 1 });
    return writeOver(`${short} ${change}`, {
      x: middle,
      y: y - line / 2,
      align: "center",
      bold: true,
      color: COLOURS.supply,
    });
  }
  const top = y + height / 2 - (name.length * line) / 2;
  return [
    fixedText(name, { x: middle, y: top, align: "center", bold: true, lineHeight: line, color: COLOURS.paper }),
    fixedText(change, { x: middle, y: top + name.length * line + 2, align: "center", color: COLOURS.paper }),
  ];
}

/** Names and numbers of an edge: beside it, or inside the ribbons of a narrow picture. */
function edgeWords(
  bars: readonly FlowBar[],
  side: "left" | "right",
  year: number,
  plot: Plot,
  { narrow, label, half }: { narrow: boolean; label: number; half: number },
): Layer[] {
  const line = Math.round(label * 1.2);
  const width = narrow ? half - BAR - 10 : LABEL_ROOM - 12;
  const size = narrow ? label - 1 : label;
  const words = bars.map(({ name, people, colour, height }) => {
    const called = colour === undefined ? (narrow ? `In post ${year}` : `${name} ${year}`) : name;
    const number = labelText(people);
    const short = narrow && colour === undefined ? `${year}: ${number}` : `${called} ${number}`;
    const small = height < 2 * line && textWidth(short, size) <= width;
    return { lines: wrapText(small ? short : called, { width, size, most: 2 }), number, colour, small };
  });
  const heights = words.map(({ lines, small }) => (lines.length + (small ? 0 : 1)) * line + 3);
  const tops = spread(
    bars.map(({ y, height }, i) => y + height / 2 - (heights[i] ?? 0) / 2),
    heights,
    { top: 0, bottom: plot.height + 4 },
  );
  const x = side === "left" ? (narrow ? BAR + 5 : -10) : narrow ? plot.width - BAR - 5 : plot.width + 10;
  const align = (side === "left") === narrow ? ("left" as const) : ("right" as const);
  return words.flatMap(({ lines, number, colour, small }, i): Layer[] => {
    const y = (tops[i] ?? 0) + line / 2;
    const staff = colour === undefined;
    // What is thin lies among other ribbons where names stand within them.
    if (small && narrow && !(staff && (bars[i]?.height ?? 0) >= line))
      return writeOver(lines, { x, y, align, lineHeight: line, color: COLOURS.ink });
    const ink = narrow && staff ? COLOURS.paper : COLOURS.ink;
    const name = fixedText(lines, { x, y, align, lineHeight: line, color: ink });
    if (small) return [name];
    const bold = { bold: true, color: staff && !narrow ? COLOURS.supply : ink };
    return [name, fixedText(number, { x, y: y + lines.length * line, align, ...bold })];
  });
}

/** Pixels for the names beside a wide picture. */
export const LABEL_ROOM = 138;
