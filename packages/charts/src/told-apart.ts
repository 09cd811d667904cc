import { SERIES } from "./colours.ts";

/**
 * Lines that keep a name and a colour of their own, and those drawn in grey where there are more than can be told apart:
 * those that lie farthest are named. Both stay in their order.
 */
export function toldApart<Line>(lines: readonly Line[], far: (line: Line) => number): { named: Line[]; grey: Line[] } {
  const kept = new Set([...lines].sort((one, other) => far(other) - far(one)).slice(0, SERIES.length));
  return { named: lines.filter((line) => kept.has(line)), grey: lines.filter((line) => !kept.has(line)) };
}

/** What a subtitle says of lines drawn in grey. */
export const greyWords = (grey: readonly unknown[], what: string): string[] =>
  grey.length === 0 ? [] : [`Grey: ${grey.length} further ${what}, in the table.`];
