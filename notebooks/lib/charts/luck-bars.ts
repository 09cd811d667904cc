import { type Chart, COLOURS, countText } from "@cadre/charts";
import { framedChart, textLines, textOf } from "./framed.ts";

/** How far off a pool's people are in one year, in eight draws of ten: half the band, as a share of the median. */
export interface LuckWidth {
  readonly title: string;
  readonly people: number;
  /** By the chance of single careers alone. */
  readonly luck: number;
  /** By that and by everything else that is not known. */
  readonly all: number;
}

/** How the bars are told and how wide the chart is to be. */
export interface LuckBarsOptions {
  place: string;
  year: number;
  draws: number;
  source: string;
  width?: number;
}

const BAR = 16;
const [ALL, LUCK] = [COLOURS.churn, COLOURS.supply];

/** How far off each pool may be by everything that is not known, and within that by the luck of single careers alone. */
export function luckBars(pools: readonly LuckWidth[], options: LuckBarsOptions): Chart {
  const { place, year, draws, source, width = 720 } = options;
  const text = textOf(width);
  const [largest, smallest] = [pools[0], pools.at(-1)];
  const off = (share: number) => `±${(share * 100).toFixed(1)}%`;
  const title =
    largest === undefined || smallest === undefined
      ? `${place}: no staff`
      : `${place}: luck alone may move “${smallest.title}” (${countText(smallest.people)} people) by ${off(smallest.luck)} until ${year}, “${largest.title}” (${countText(largest.people)}) by ${off(largest.luck)}`;
  const subtitle = `People in post in ${year}: half the band of eight draws in ten, as a share of the median. Dark: luck of single careers alone. Light: everything that is not known, luck included. ${countText(draws)} draws of each.`;
  const most = Math.max(0.001, ...pools.flatMap(({ luck, all }) => [luck, all]));
  const labels = pools.map(({ luck, all }) => `${off(luck)} of ${off(all)}`);
  const right = Math.ceil(text.label * 0.56 * Math.max(...labels.map(({ length }) => length))) + 10;
  const named = pools.map((pool) =>
    textLines(`${pool.title} (${countText(pool.people)})`, width - 40, text.label).slice(0, 2),
  );
  const line = Math.round(text.label * 1.2);
  // Where a name takes two lines all rows are higher, so that the bars stand at even steps.
  const top = line * Math.max(1, ...named.map(({ length }) => length)) + 4;
  const step = top + BAR + 8;
  return framedChart({
    title,
    subtitle,
    source,
    alt: `Bar chart. ${title}. ${subtitle} ${pools.map((one) => `${one.title}, ${countText(one.people)} people: ${off(one.luck)} by luck, ${off(one.all)} in all.`).join(" ")}`,
    table: {
      caption: `How far off the people in post of ${year} may be, in eight draws of ten`,
      columns: ["Pool", "People (median)", "By luck alone", "From everything that is not known"],
      rows: pools.map((one) => [one.title, countText(one.people), off(one.luck), off(one.all)]),
    },
    width,
    left: 0,
    right,
    bottom: 4,
    height: pools.length * step,
    layers(plot) {
      const at = (field: string) => ({ field, type: "quantitative" as const, scale: null });
      const bars = pools.flatMap(({ luck, all }, row) =>
        [
          { share: Math.max(all, luck), colour: ALL, inset: 0 },
          { share: luck, colour: LUCK, inset: 4 },
        ].map(({ share, colour, inset }) => ({
          x: 0,
          x2: (plot.width * share) / most,
          y: row * step + top + inset,
          y2: row * step + top + BAR - inset,
          colour,
        })),
      );
      const words = (values: readonly object[]): Chart["layer"][number] => ({
        data: { values: [...values] },
        mark: { type: "text", baseline: "middle", align: "left", fontSize: text.label },
        encoding: { x: at("x"), y: at("y"), text: { field: "text" } },
      });
      return [
        {
          data: { values: bars },
          mark: { type: "rect", stroke: COLOURS.quietInk, strokeWidth: 0.5 },
          encoding: {
            ...{ x: at("x"), x2: { field: "x2" }, y: at("y"), y2: { field: "y2" } },
            color: { field: "colour", type: "nominal", scale: null },
          },
        },
        words(
          named.flatMap((parts, row) =>
            parts.map((part, i) => ({ text: part, x: 0, y: row * step + top - 4 - (parts.length - i - 0.5) * line })),
          ),
        ),
        words(
          labels.map((label, row) => ({
            text: label,
            x: (plot.width * Math.max(pools[row]?.all ?? 0, pools[row]?.luck ?? 0)) / most + 6,
            y: row * step + top + BAR / 2,
          })),
        ),
      ];
    },
  });
}
