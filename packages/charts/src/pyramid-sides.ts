import { COLOURS } from "./colours.ts";
import { capitalised } from "./group-title.ts";
import { countText } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { textWidth } from "./text-width.ts";

/** One side of a pyramid: which sexes it counts, and in which direction its bars grow. */
export interface Side {
  title: string;
  sexes: readonly number[];
  sign: 1 | -1;
  colour: string;
}

/** The sides of a pyramid: two sexes back to back, anything else as one side with everybody. */
export function sidesOf(sex: readonly string[]): Side[] {
  const [first, second] = sex;
  if (sex.length !== 2 || first === undefined || second === undefined) {
    return [{ title: "People", sexes: sex.map((_, index) => index), sign: 1, colour: COLOURS.firstSex }];
  }
  return [
    { title: capitalised(first), sexes: [0], sign: -1, colour: COLOURS.firstSex },
    { title: capitalised(second), sexes: [1], sign: 1, colour: COLOURS.secondSex },
  ];
}

/** From the longest bar on the left to the longest on the right, with round ticks at the same distance on both sides. */
export function spanOf(ends: readonly number[], { width, size }: { width: number; size: number }) {
  const longest = Math.max(...ends);
  // A side with few people keeps room for its name.
  const [left, right] = ends.map((end) => 1.05 * Math.max(end, longest / 4));
  const [low, high] = right === undefined ? [0, left ?? 1] : [-(left ?? 1), right];
  const room = textWidth(countText(longest), size) + 14;
  const [, round = 1] = scaleOf([0, high - low], (width * 44) / room, { most: 10 }).ticks;
  // The longest bar always has a number to be read against.
  const step = round > longest ? below(longest) : round;
  const count = (end: number) => Math.floor(end / step);
  const ticks = Array.from({ length: count(-low) + count(high) + 1 }, (_, index) => (index - count(-low)) * step);
  return { low, high, ticks };
}

/** The largest 1, 2, 4 or 5 times a power of ten that is not above a value of 1 or more. */
function below(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([5, 4, 2].find((factor) => factor * power <= value) ?? 1);
}
