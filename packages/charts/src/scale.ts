/** A vertical scale settled before drawing, so that labels can be placed by number: its ends, its ticks and the height. */
export interface Scale {
  low: number;
  high: number;
  ticks: readonly number[];
  /** The pixel of a value, counted from the top. */
  y(value: number): number;
  /** Whether the scale leaves zero out. */
  cut: boolean;
}

/**
 * A scale of round numbers over the values that are shown in `height` pixels. It includes zero unless the values keep so far from zero
 * that their differences would not be seen (`mayCut`, for lines only: bars must start at zero); a chart then says so.
 * There are at most `most` steps.
 */
export function scaleOf(
  shown: readonly (number | undefined)[],
  height: number,
  { mayCut = false, most = 6 } = {},
): Scale {
  const values = shown.filter((value) => value !== undefined);
  const least = Math.min(...values, Number.POSITIVE_INFINITY);
  const greatest = Math.max(...values, Number.NEGATIVE_INFINITY);
  // Less than a person apart is no difference to draw large.
  const cut = mayCut && least > 0 && least > 0.85 * greatest && greatest - least > 1;
  // A cut scale keeps some room below, so that the lowest line is not taken for the axis.
  const from = cut ? least - 0.05 * (greatest - least) : Math.min(0, least === Number.POSITIVE_INFINITY ? 0 : least);
  const to = Math.max(cut ? greatest : Math.max(0, greatest), from);
  const step = roundStep(to === from ? 1 : to - from, Math.max(2, Math.min(most, Math.floor(height / 44))));
  const low = Math.floor(from / step + 1e-9) * step;
  const high = Math.max(Math.ceil(to / step - 1e-9) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { low, high, ticks, cut: low > 0, y: (value) => height * (1 - (value - low) / (high - low)) };
}

/** The 1, 2 or 5 times a power of ten that cuts a span into about `count` steps; whole numbers, since people are counted. */
function roundStep(span: number, count: number): number {
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.999) ?? 10;
  return Math.max(1, factor * power);
}
