import type { BarRows } from "./bar-rows.ts";
import type { Layer } from "./chart.ts";
import { COLOURS, lessAndMore } from "./colours.ts";
import { fixedBlock, fixedText } from "./fixed-marks.ts";
import type { MeasureWords } from "./measure-words.ts";
import { textWidth } from "./text-width.ts";
import type { Size } from "./theme.ts";
import { tornadoFit } from "./tornado-fit.ts";
import { endsOf, type TornadoRow } from "./tornado-words.ts";

/** The room above the first bar, for the number that the bars start from. */
export const TORNADO_TOP = 26;
/** Bars from where all numbers are at their median to both ends of each number, with the results beyond them, in a plot `width` pixels wide. */
export function tornadoBars(
  bars: readonly TornadoRow[],
  rows: BarRows,
  {
    central,
    measure,
    say,
    size,
    width,
  }: { central: number; measure: string; say: MeasureWords; size: Size; width: number },
): Layer[] {
  const label = size.text.label;
  const ends = bars.map((bar) => endsOf(bar, central, say));
  const room = (word = "") => (word === "" ? 0 : textWidth(word, label) + 6);
  const { at, perUnit } = tornadoFit(
    bars.map(({ low, high }, i) => ({
      before: { reach: Math.max(0, central - Math.min(low, high)), word: room(ends[i]?.before) },
      behind: { reach: Math.max(0, Math.max(low, high) - central), word: room(ends[i]?.behind) },
    })),
    width,
  );
  const x = (value: number) => at + (value - central) * perUnit;
  const middle = (i: number) => rows.middles[i] ?? 0;
  const { less, more } = lessAndMore(measure);
  const bar = (value: number, i: number) =>
    fixedBlock(
      {
        x: Math.min(at, x(value)),
        x2: Math.max(at, x(value)),
        y: middle(i) - rows.half,
        y2: middle(i) + rows.half,
      },
      value < central ? less : more,
      COLOURS.paper,
    );
  const words = (row: TornadoRow, i: number): Layer[] => {
    const { before = "", behind = "" } = ends[i] ?? {};
    const [from, to] = [Math.min(at, x(row.low), x(row.high)), Math.max(at, x(row.low), x(row.high))];
    return [
      ...(before === "" ? [] : [fixedText(before, { x: from - 5, y: middle(i), align: "right" })]),
      ...(behind === "" ? [] : [fixedText(behind, { x: to + 5, y: middle(i), align: "left" })]),
    ];
  };
  const start = `All at their median: ${say.text(central)}`;
  const half = textWidth(start, label, true) / 2;
  return [
    ...bars.flatMap((row, i) => {
      const sides = [bar(row.low, i), bar(row.high, i)];
      // Where both ends lie on one side of the centre, the nearer is drawn over the farther.
      return Math.abs(row.low - central) < Math.abs(row.high - central) ? sides.reverse() : sides;
    }),
    ...centreLine(rows, at),
    fixedText(start, {
      x: Math.max(half - rows.left, Math.min(at, width - half)),
      y: TORNADO_TOP - 16,
      align: "center",
      bold: true,
    }),
    ...rows.names,
    ...bars.flatMap(words),
  ];
}

/** One line through all bars, or a piece for every bar where names lie between them. */
function centreLine({ left, half, middles }: BarRows, at: number): Layer[] {
  const piece = (y: number, y2: number) => fixedBlock({ x: at - 0.75, x2: at + 0.75, y, y2 }, COLOURS.ink);
  const [from, reach, last] = [TORNADO_TOP - 8, half + 5, middles.at(-1)];
  if (last === undefined) return [];
  if (left > 0) return [piece(from, last + reach)];
  return [piece(from, TORNADO_TOP - 2), ...middles.map((y) => piece(y - reach, y + reach))];
}
