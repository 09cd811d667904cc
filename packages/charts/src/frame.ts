import type { Chart, ChartNotes, Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { wrapSources } from "./source-line.ts";
import { withoutOrphan, wrapText } from "./text-width.ts";
import { type Size, theme } from "./theme.ts";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
const MARGIN = 10;
const LOWEST_PLOT = 170;

/** The rectangle left for the marks once the words have their room, in pixels. */
export interface Plot {
  width: number;
  height: number;
}

/** What a chart adds to the frame: words, room beside the plot and the marks themselves. */
export interface FrameParts extends Omit<ChartNotes, "words"> {
  alt: string;
  size: Size;
  /** Pixels beside and under the plot: vertical axis, end labels, horizontal axis. */
  left: number;
  right: number;
  bottom: number;
  /** The least height of the plot, where its rows need more than usual. */
  lowest?: number;
  /** Further words of the subtitle that depend on the room the plot got. */
  draw(plot: Plot): { layers: readonly Layer[]; remark?: string };
}

/**
 * A chart with its title and subtitle wrapped above and its source wrapped below, exactly as wide as asked. The whole
 * layout is settled here in numbers, so the same chart comes out in Node, in a page and on paper.
 */
export function frame(parts: FrameParts): Chart {
  const { size, left, right } = parts;
  const inner = size.width - 2 * MARGIN;
  const width = inner - left - right;
  const { text } = size;
  // A narrow picture grows with its words rather than lose them.
  const narrow = size.width < 520;
  const title = withoutOrphan(parts.title, { width: inner, size: text.title, bold: true, most: narrow ? 8 : 5 });
  const sourceHeight = Math.round(text.source * 1.35);
  const source = wrapSources(parts.source, { width: inner, size: text.source, most: 3 });
  const layout = (subtitle: string) => {
    const lines = wrapText(subtitle, { width: inner, size: text.subtitle, most: narrow ? 9 : 5 });
    // The labels at the top of the plot rise above it by half a line and push the title up by as much.
    const above =
      Math.ceil(text.label * 0.65) +
      title.length * Math.round(text.title * 1.25) +
      4 +
      lines.length * Math.round(text.subtitle * 1.35) +
      TITLE_OFFSET;
    const below = source.length * sourceHeight + SOURCE_OFFSET;
    // A chart of rows, which asks for no height, is as high as they are.
    const least = size.height === 0 ? 0 : LOWEST_PLOT;
    const height = Math.max(least, parts.lowest ?? 0, size.height - 2 * MARGIN - above - below - parts.bottom);
    return { lines, above, below, height };
  };
  // A remark of the plot (say, that the axis does not start at zero) may need a line more, which changes the plot.
  const { remark } = parts.draw({ width, height: layout(parts.subtitle).height });
  const subtitle = remark === undefined ? parts.subtitle : `${parts.subtitle} ${remark}`;
  const { lines, above, below, height } = layout(subtitle);
  const { layers } = parts.draw({ width, height });
  return {
    $schema: SCHEMA,
    description: parts.alt,
    title: { text: title, subtitle: lines, dx: 0 - left, offset: TITLE_OFFSET },
    width,
    height,
    autosize: { type: "none" },
    padding: { left: MARGIN + left, top: MARGIN + above, right: MARGIN + right, bottom: MARGIN + parts.bottom + below },
    layer: [
      ...layers,
      {
        name: SOURCE_LAYER,
        data: { values: [{}] },
        mark: {
          type: "text",
          text: source,
          x: 0 - left,
          y: height + parts.bottom + SOURCE_OFFSET,
          align: "left",
          baseline: "top",
          fontSize: text.source,
          lineHeight: sourceHeight,
          color: COLOURS.quietInk,
        },
      },
    ],
    config: theme(text),
    usermeta: {
      cadre: { title: parts.title, subtitle, source: parts.source, table: parts.table, words: { above, below } },
    },
  };
}

/** The name of the layer that writes the source line. */
export const SOURCE_LAYER = "source";
const TITLE_OFFSET = 16;
const SOURCE_OFFSET = 10;
