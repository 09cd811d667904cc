import { COLOURS, inkOf } from "./colours.ts";
import type { Spoken } from "./compare-measures.ts";
import type { EndLabel } from "./end-labels.ts";
import type { FanLine } from "./fan-lines.ts";
import { roundWhole } from "./number.ts";
import { wrapText } from "./text-width.ts";
import type { Size } from "./theme.ts";
import { isAlike } from "./uncertain-run.ts";

/** Words beside the end of a line, in lines that fit, at a value of the vertical axis. */
export type FanLabel = Omit<EndLabel, "at"> & { value: number };

/** The labels of a fan and of its target, in so many pixels. A name may be cut, a number not. */
export function fanLabels(
  fans: readonly FanLine[],
  goal: readonly number[],
  { say, size, width }: { say: Spoken; size: Size; width: number },
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
  value: number;
  texts: readonly string[];
  colour: string;
  bold?: boolean;
}

/** A scenario alone names its three lines; two scenarios have one label each. */
function labelsOf(fans: readonly FanLine[], goal: readonly number[], say: Spoken): Label[] {
  const aims = goal.map((value) => ({ value, texts: [`Target ${say.text(value)}`], colour: COLOURS.quietInk }));
  if (fans.length > 1)
    return [
      ...fans.map(({ name, end: { p10, p50, p90 }, colour }) => ({
        value: p50,
        texts: [
          name,
          roundWhole(p10) === roundWhole(p90)
            ? say.text(p50)
            : `${say.text(p50)} (${say.text(p10)} to ${say.text(p90)})`,
        ],
        colour: inkOf(colour),
      })),
      ...aims,
    ];
  const lone = fans.flatMap(({ end, colour }): Label[] => {
    const { p10, p50, p90 } = end;
    const same = isAlike(end);
    const median = {
      value: p50,
      texts: [same ? `${say.text(p50)}, no range` : `Median ${say.text(p50)}`],
      colour: inkOf(colour),
      bold: true,
    };
    if (roundWhole(p10) === roundWhole(p90)) return [median];
    return [
      { value: p90, texts: [`9 in 10 below ${say.text(p90)}`], colour: COLOURS.ink },
      median,
      { value: p10, texts: [`1 in 10 below ${say.text(p10)}`], colour: COLOURS.ink },
    ];
  });
  return [...lone, ...aims];
}
