import type { NativeAxis } from "./native.ts";

export const WHOLE = "#,##0;−#,##0";
const MOST_STEPS = 5;

/** An axis from zero, or from below it, in steps that are easy to read: 1, 2, 2.5 or 5 times a power of ten. */
export function axisOf(values: readonly number[], format = WHOLE): NativeAxis {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = stepOf(high - low);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
  return { min, max, step, format };
}

/** The smallest easy step by which a span takes at most five. */
function stepOf(span: number): number {
  const least = Math.max(span, 1e-9) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 2.5, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return times * power;
}

/** A hidden axis for lying bars, so long that the number behind the longest bar has its place. */
export function roomyAxis(values: readonly number[], format = WHOLE): NativeAxis {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(1e-9, high - low) * 0.16;
  const [min, max] = [low < 0 ? low - room : 0, high > 0 ? high + room : room];
  return { min, max, step: max - min, format, hidden: true };
}
