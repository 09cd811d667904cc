/** A slide of 13⅓ by 7½ inches, and the boxes every slide has, in inches. */
export const SLIDE = {
  left: 0.5,
  width: 12.33,
  title: { y: 0.35, h: 1 },
  text: { y: 1.4, h: 0.5 },
  body: { y: 1.98, h: 4.82 },
  foot: { y: 6.95, h: 0.3 },
} as const;

/** Between what stands side by side. */
export const GAP = 0.35;

/** Sizes of letters in points: readable on a screen across a room and on A4 paper. */
export const POINTS = { text: 13, points: 16, side: 14, warnings: 13, table: 12, chart: 12, foot: 9 } as const;

/** Found on every machine with an office program. */
export const FACE = "Arial";
