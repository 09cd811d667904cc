/** A slide of 13⅓ by 7½ inches, and the boxes every slide has, in inches. */
export const SLIDE = {
  left: 0.58,
  width: 12.17,
  title: { y: 0.32, h: 0.62 },
  text: { y: 0.98, h: 0.28 },
  body: { y: 1.42, h: 5.4 },
  foot: { y: 7.02, h: 0.3 },
} as const;

/** The chart takes seven tenths of a slide; what a board takes away from it stands to its right. */
export const CHART = { x: SLIDE.left, y: SLIDE.body.y, w: 8.6, h: SLIDE.body.h } as const;
export const SIDE = { x: 9.55, y: SLIDE.body.y, w: 3.2, h: SLIDE.body.h } as const;

/** Sizes of letters in points: readable on a screen across a room and on A4 paper. */
export const POINTS = { text: 13, points: 16, warnings: 13, table: 12, chart: 12, foot: 9 } as const;

/** Found on every machine with an office program. */
export const FACE = "Arial";
/** The face of the one sentence on the cover. */
export const HERO = "Georgia";
