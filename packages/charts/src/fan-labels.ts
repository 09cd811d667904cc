import { COLOURS, inkOf } from "./colours.ts";
import type { EndLabel } from "./end-labels.ts";
import type { FanLine } from "./fan-lines.ts";
import type { MeasureWords } from "./measure-words.ts";
import { roundWhole } from "./number.ts";
import { wrapText } from "./text-width.ts";
import type { Size } from "./theme.ts";
import { drawsAgree } from "./uncertain-run.ts";

/** Words beside the end of a line, in lines that fit, at a value of the vertical axis. */
export type FanLabel = Omit<EndLabel, "at"> & { value: number };

/** The labels of a fan and of its target, in so many pixels. A name may be cut, a number not. */
export function fanLabels(
  fans: readonly FanLine[],
  goal: readonly number[],
  { say, size, width }: { say: MeasureWords; size: Size; width: number },
): FanLabel[] {
  return labelsOf(fans, goal, say).map(({ texts, ...label }) => ({
    ...label,
    lines: texts.flatMap((text, i) =>
      wrapText(text, {
        width: width - 12,
        size: size.text.label,
        bold: label.bold ?? false,
        most: i < texts.length - 1 ? 2 : Number.POSITIVE_INFINITY,
      }),
    ),
  }));
}

/** Words beside the end of a line, a paragraph a text, at a value of the vertical axis. */
interface Label {
  value: number | undefined;
  texts: readonly string[];
  colour: string;
  bold?: boolean;
}

/** A scenario alone names its three lines; two scenarios have one label each. What cannot be worked out has no place. */
function labelsOf(fans: readonly FanLine[], goal: readonly number[], say: MeasureWords): (Label & { value: number })[] {
  const aims = goal.map((value) => ({ value, texts: [`Target ${say.text(value)}`], colour: COLOURS.quietInk }));
  const own =
    fans.length > 1 ? fans.map((line) => bothLabel(line, say)) : fans.flatMap((line) => loneLabels(line, say));
  return [...own, ...aims].flatMap(({ value, ...label }) => (value === undefined ? [] : [{ value, ...label }]));
}

function bothLabel({ name, end: { p10, p50, p90 }, colour }: FanLine, say: MeasureWords): Label {
  const range = alike(p10, p90) ? say.text(p50) : `${say.text(p50)} (${say.text(p10)} to ${say.text(p90)})`;
  return { value: p50, texts: [name, range], colour: inkOf(colour) };
}

function loneLabels({ end, colour }: FanLine, say: MeasureWords): Label[] {
  const { p10, p50, p90 } = end;
  const text = drawsAgree(end) ? `${say.text(p50)}, no range` : `Median ${say.text(p50)}`;
  const median = { value: p50, texts: [text], colour: inkOf(colour), bold: true };
  if (alike(p10, p90)) return [median];
  return [
    { value: p90, texts: [`9 in 10 below ${say.text(p90)}`], colour: COLOURS.ink },
    median,
    { value: p10, texts: [`1 in 10 below ${say.text(p10)}`], colour: COLOURS.ink },
  ];
}

const alike = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined || roundWhole(one) === roundWhole(other);
