/** A range of ages in completed years, both ends included; `to` is infinite for an open band such as `75+`. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

const RANGE = /^(\d{1,3})\s*[-–]\s*(\d{1,3})$/;
const OPEN = /^(\d{1,3})\s*\+$/;
const SINGLE = /^\d{1,3}$/;

/** Reads `16-29`, `75+`, `60` or `all`; undefined when the text is none of these. */
export function parseBand(label: string): Band | undefined {
  const text = label.trim();
  const range = RANGE.exec(text);
  if (range) {
    const from = Number(range[1]);
    const to = Number(range[2]);
    return from <= to ? { from, to, label: text } : undefined;
  }
  const open = OPEN.exec(text);
  if (open) return { from: Number(open[1]), to: Number.POSITIVE_INFINITY, label: text };
  if (SINGLE.test(text)) return { from: Number(text), to: Number(text), label: text };
  return text === "all" ? { from: 0, to: Number.POSITIVE_INFINITY, label: text } : undefined;
}

/** Bands in order of age; two that overlap are returned as `overlap`. */
export function orderBands<T extends Band>(bands: readonly T[]): { ordered: T[]; overlap?: [T, T] } {
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  let before: T | undefined;
  for (const band of ordered) {
    if (before && band.from <= before.to) return { ordered, overlap: [before, band] };
    before = band;
  }
  return { ordered };
}

/** Indices of the given bands that together make up the wanted one exactly; undefined when none do. */
export function coverBand(labels: readonly string[], wanted: string): number[] | undefined {
  const target = parseBand(wanted);
  if (!target) return undefined;
  const inside: number[] = [];
  let covered = target.from;
  labels.forEach((label, index) => {
    const band = parseBand(label);
    if (!band || band.from < target.from || band.to > target.to) return;
    // `all` starts at birth; other bands have to join up without a gap.
    if (band.from !== covered) return;
    covered = band.to + 1;
    inside.push(index);
  });
  return covered === target.to + 1 || (covered === Number.POSITIVE_INFINITY && target.to === covered)
    ? inside
    : undefined;
}
