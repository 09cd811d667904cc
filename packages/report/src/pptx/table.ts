import { COLOURS } from "@cadre/charts";
import { hex } from "../pack/colours.ts";
import { type SetTable, widthOf } from "../text/columns.ts";
import type { Slide, TableCell } from "./library.ts";
import { FACE } from "./slide-size.ts";

/** Where a table stands, and how wide its caption may be. */
interface Placing {
  readonly caption: string;
  readonly captionHeight: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
}

/** Puts a caption and under it a table on a slide, with a head row that is one. */
export function addTable(slide: Slide, set: SetTable, { caption, captionHeight, x, y, width, name }: Placing): void {
  slide.addText(caption, {
    x,
    y,
    w: width,
    h: captionHeight,
    fontFace: FACE,
    fontSize: 11,
    color: hex(COLOURS.quietInk),
    margin: 0,
    valign: "top",
  });
  const line = (color: string, pt: number) => ({ type: "solid" as const, color, pt });
  const none = { type: "none" as const };
  const cell = (text: string, column: number, head: boolean, total: boolean): TableCell => ({
    text,
    options: {
      align: set.words[column] ? "left" : "right",
      bold: head || total,
      valign: head ? "bottom" : "top",
      border: [none, none, head ? line(hex(COLOURS.ink), 1) : line(hex(COLOURS.grid), 0.5), none],
    },
  });
  slide.addTable(
    [
      set.heads.map((text, i) => cell(text, i, true, false)),
      ...set.rows.map((row, r) => row.map((text, i) => cell(text, i, false, set.totals.includes(r)))),
    ],
    {
      x,
      y: y + captionHeight,
      w: widthOf(set),
      colW: [...set.widths],
      rowH: [set.headHeight, ...set.rowHeights],
      fontFace: FACE,
      fontSize: set.points,
      color: hex(COLOURS.ink),
      margin: [0.03, 0.08, 0.03, 0.08],
      objectName: name,
    },
  );
}
