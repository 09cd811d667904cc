import { COLOURS, SERIES } from "@cadre/charts";
import type { PackSeries } from "./pack.ts";

/** A colour of the charts as office programs write it. */
export const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

type LineLook = Omit<PackSeries, "column">;

const groups: readonly LineLook[] = SERIES.map(({ colour, dash: [on = 0] }) => ({
  colour: hex(colour),
  dash: on === 0 ? "solid" : on < 4 ? "dot" : "dash",
}));

/** How lines look: those held against a first one, which is what comes if nothing changes, or those of groups. */
const LOOKS: Readonly<Record<"against-first" | "groups", readonly LineLook[]>> = {
  "against-first": [
    { colour: hex(COLOURS.nothing), dash: "dash" },
    { colour: hex(COLOURS.plan), dash: "solid" },
    ...groups,
  ],
  groups,
};

/** More lines than this are not told apart. */
export const MOST_LINES = SERIES.length;

/** The columns as lines, in the order of the colours. */
export function lines(columns: readonly number[], kind: keyof typeof LOOKS): PackSeries[] {
  return LOOKS[kind].slice(0, MOST_LINES).flatMap((look, i) => {
    const column = columns[i];
    return column === undefined ? [] : [{ column, ...look }];
  });
}
