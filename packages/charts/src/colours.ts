import type { LeaverKind } from "cadre/measures";

/**
 * The colours of those who leave a post, from the bottom of a bar to its top: grey is gone for good, blue still works in
 * the system. Neighbours differ in lightness so that grey print keeps them apart.
 */
export const LEAVER_COLOURS = {
  leaving: "#8e98a4",
  churn: "#d3e2ec",
  retirement: "#4a5563",
  moves: "#a9cbe2",
  hires: "#0b2f4e",
  training: "#bcd2e0",
  redundancy: "#7d6a58",
  death: "#1b2430",
} as const satisfies Readonly<Record<LeaverKind, string>>;

/**
 * The colours of every picture, page, slide, sheet and paper, each by what it means, and used for nothing else. They stay
 * apart for the common kinds of colour blindness, and those that words are written in have a contrast on white of 4.5
 * to 1 or better.
 */
export const COLOURS = {
  /** Words, zero, and what was counted. */
  ink: "#1b2430",
  quietInk: "#55606e",
  /** Lines of a plot, lines between rows, and the ground of a head. */
  grid: "#e3e6ea",
  rule: "#aeb6c0",
  /** The edge of something to fill in: 3 to 1 on white. */
  edge: "#76808c",
  wash: "#f4f5f7",
  paper: "#ffffff",
  /** Staff in post. */
  supply: "#00558c",
  /** People who come from outside: paler than the staff in post. */
  joining: "#5f96bb",
  /** Posts needed, and the gap between them and the staff; words of it are darker. */
  need: "#c8741a",
  needInk: "#9a560e",
  /** What is missing between the two, and what is to spare. */
  shortage: "#f3d9b8",
  surplus: "#d3e7e5",
  /** Posts the budget pays for. */
  funded: "#55606e",
  /** If nothing changes: always, and nothing else. */
  nothing: "#6b7280",
  plan: "#0b7a6f",
  better: "#0b7a6f",
  worse: "#b4451f",
  /** People who come back, and those on a line that is not told apart from others. */
  returning: "#4c88ae",
  /** People whom no count explains. */
  unexplained: "#9aa7b5",
  /** People recruited abroad. */
  abroad: "#5f7d3c",
  pale: "#c9ced5",
  /** A quantity that is neither. */
  plain: "#8e98a4",
  firstSex: "#00558c",
  secondSex: "#7fb0d3",
  ...LEAVER_COLOURS,
} as const;

/** How much of a line's own hue its band of uncertainty has; no two bands lie over each other. */
export const BAND_OPACITY = 0.18;

/** A colour as words are written in it. */
export const inkOf = (colour: string): string => (colour === COLOURS.need ? COLOURS.needInk : colour);

/** Lines without a meaning of their own, such as employers: apart by colour, by lightness and by dash. */
export const SERIES: readonly { colour: string; dash: readonly number[] }[] = [
  { colour: COLOURS.ink, dash: [] },
  { colour: "#8a2f6e", dash: [7, 3] },
  { colour: "#7a5c00", dash: [2, 3] },
  { colour: "#5b4bb0", dash: [9, 3, 2, 3] },
  { colour: "#3f6212", dash: [4, 2] },
  { colour: "#44546a", dash: [12, 4] },
];

/** Measures of which more is better. */
const WANTED = ["supply", "headcount", "joiners", "graduates"];

/** The colours of less and of more of a measure than there was: of most, less is better. */
export function lessAndMore(measure: string): { less: string; more: string } {
  const wanted = WANTED.some((one) => measure === one || measure.startsWith(`${one}.`));
  const [less, more] = wanted ? [COLOURS.worse, COLOURS.better] : [COLOURS.better, COLOURS.worse];
  return { less, more };
}

/**
 * The colours that a page uses, as custom properties of its style, so that it has those of its charts.
 *
 * @example
 * ```ts
 * import { colourVariables } from "@cadre/charts";
 * colourVariables().includes("--supply: #00558c;"); // true
 * ```
 */
export function colourVariables(): string {
  const names = ["ink", "quietInk", "grid", "rule", "edge", "wash", "paper", "supply", "plan", "worse"] as const;
  return `:root { ${names.map((name) => `--${name.replace("Ink", "-ink")}: ${COLOURS[name]};`).join(" ")} }`;
}
