import { type Chart, type ChartNotes, COLOURS, theme } from "@cadre/charts";

/** What a chart of a notebook's own consists of: its words and table, the room around the plot, and the marks. */
export interface ChartInFrame extends Omit<ChartNotes, "words"> {
  alt: string;
  width: number;
  /** Pixels around the plot, and of the plot itself, which is as wide as is left. */
  left: number;
  right: number;
  bottom: number;
  height: number;
  layers(plot: { width: number; height: number }): Chart["layer"];
}

/** The sizes of words, as the library's charts have them. */
export const textOf = (width: number) =>
  width < 520 ? { title: 15, subtitle: 12, label: 12, source: 11 } : { title: 18, subtitle: 13, label: 13, source: 11 };

const MARGIN = 10;

/** A chart that the library has not, in the frame of those it has: finding above, source below, table beside. */
export function framedChart({ width, height, left, right, bottom, alt, layers, ...notes }: ChartInFrame): Chart {
  const text = textOf(width);
  const inner = width - 2 * MARGIN;
  const title = textLines(notes.title, inner, text.title);
  const subtitle = textLines(notes.subtitle, inner, text.subtitle);
  const source = textLines(notes.source, inner, text.source).slice(0, 3);
  const sourceHeight = Math.round(text.source * 1.35);
  const above =
    16 + 4 + title.length * Math.round(text.title * 1.25) + subtitle.length * Math.round(text.subtitle * 1.35) + 8;
  const below = source.length * sourceHeight + 10;
  const plot = { width: inner - left - right, height };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: alt,
    title: { text: title, subtitle, dx: -left, offset: 16 },
    ...plot,
    autosize: { type: "none" },
    padding: { left: MARGIN + left, top: MARGIN + above, right: MARGIN + right, bottom: MARGIN + bottom + below },
    layer: [
      ...layers(plot),
      {
        name: "source",
        data: { values: [{}] },
        mark: {
          type: "text",
          text: source,
          x: -left,
          y: height + bottom + 10,
          align: "left",
          baseline: "top",
          fontSize: text.source,
          lineHeight: sourceHeight,
          color: COLOURS.quietInk,
        },
      },
    ],
    config: theme(text),
    usermeta: { cadre: { ...notes, words: { above, below } } },
  };
}

/** Words in lines that fit, by the mean width of a letter. */
export function textLines(text: string, width: number, size: number): string[] {
  const most = Math.max(8, Math.floor(width / (size * 0.54)));
  const made: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = made.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}
