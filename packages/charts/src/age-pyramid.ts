import type { Result } from "cadre";
import { type AgeBand, ageBands, inhabited } from "./age-bands.ts";
import { ageFinding } from "./age-finding.ts";
import type { Chart, Layer } from "./chart.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { whole } from "./number.ts";
import { type Side, sidesOf, spanOf } from "./pyramid-sides.ts";
import { sourceLine } from "./source-line.ts";
import { textWidth } from "./text-width.ts";
import { COLOURS, type Size, type SizeOptions, sizeOf } from "./theme.ts";

/** Which pool or group, which year, compared with which, in bands of how many years, and how wide. */
export interface AgePyramidOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** The calendar year of the stock; the last year of the result unless given. */
  year?: number;
  /** Another year, drawn as an outline over the bars. */
  against?: number;
  /** Years of age in a bar: 5 (the default) or 1. */
  step?: 1 | 5;
}

/**
 * The heads of a pool by age, at the reference date of one year: a pyramid with the two sexes back to back, or a plain
 * histogram where the system keeps one class (with three or more classes, all of them together). `against` draws
 * another year as an outline. The title gives the share aged 55 and over. An unknown pool or year is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { agePyramid, toSvg } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const svg = await toSvg(agePyramid(today, { pool: "independent-care", year: 2035, against: 2019 }));
 * ```
 */
export function agePyramid(result: Result, options: AgePyramidOptions = {}): Chart {
  const { pool = "all", year = result.last, against, step = 5 } = options;
  const size = tall(sizeOf(options));
  const name = groupTitle(result, pool);
  const bandsOf = (when: number) => ageBands(result.stock({ pool, year: when }), result.axes, step);
  const [now, then] = [bandsOf(year), against === undefined ? undefined : bandsOf(against)];
  const finding = ageFinding(now, then, { year, against });
  // An axis may begin before anybody works.
  const [from, to] = inhabited([now, ...(then === undefined ? [] : [then])]);
  const [bands, before] = [now.slice(from, to), then?.slice(from, to)];
  const sides = sidesOf(result.axes.sex);
  const subtitle =
    `People in post by age at ${result.referenceDate} ${year}` +
    `${against === undefined ? "" : `; outline: ${result.referenceDate} ${against}`}. Scenario: ${result.title}.`;
  const heads = (chosen: readonly AgeBand[], side: Side, index: number) =>
    side.sexes.reduce((sum, sex) => sum + (chosen[index]?.heads[sex] ?? 0), 0);
  const told = sides.map((side) => {
    const all = bands.reduce((sum, _, index) => sum + heads(bands, side, index), 0);
    const most = bands.reduce(
      (best, _, index) => (heads(bands, side, index) > heads(bands, side, best) ? index : best),
      0,
    );
    return `${side.title}: ${whole(all)}${all > 0 ? `, the largest group aged ${bands[most]?.label ?? ""} (${whole(heads(bands, side, most))})` : ""}.`;
  });
  const labels = bands.map((band) => band.label);
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `${sides.length === 2 ? "Age pyramid" : "Histogram of ages"}. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `${name}: people in post by age`,
      columns: [
        "Age",
        ...sides.map((side) => `${side.title} ${year}`),
        ...(before === undefined ? [] : sides.map((side) => `${side.title} ${against}`)),
      ],
      rows: bands.map((band, index) => [
        band.label,
        ...sides.map((side) => whole(heads(bands, side, index))),
        ...(before === undefined ? [] : sides.map((side) => whole(heads(before, side, index)))),
      ]),
    },
    // A few bars are as thick as those of a full pyramid, not as high as its plot.
    size: bands.length < 8 ? { ...size, height: 0 } : size,
    lowest: bands.length * 24,
    left: Math.ceil(Math.max(...labels.map((label) => textWidth(label, size.text.label))) + 10),
    right: 14,
    bottom: 28 + (sides.length === 2 ? size.text.label + 8 : 0),
    draw(plot) {
      const ends = sides.map((side) =>
        Math.max(
          1,
          ...[bands, ...(before === undefined ? [] : [before])].flatMap((b) => b.map((_, row) => heads(b, side, row))),
        ),
      );
      const span = spanOf(ends, { width: plot.width, size: size.text.label });
      const every = Math.max(1, Math.ceil((size.text.label * 1.15) / (plot.height / bands.length)));
      const x = {
        type: "quantitative" as const,
        scale: { domain: [span.low, span.high], nice: false },
        axis: {
          values: span.ticks,
          labelFlush: false,
          labelExpr: "format(abs(datum.value), ',.0f')",
          grid: true,
          gridColor: COLOURS.grid,
          ticks: false,
        },
      };
      const y = {
        field: "row",
        type: "quantitative" as const,
        scale: { domain: [0, bands.length], nice: false, zero: false },
        axis: {
          values: bands
            .map((_, index) => index + 0.5)
            .filter((_, index) => (step === 1 ? (bands[index]?.from ?? 0) % 5 === 0 : index % every === 0)),
          labelExpr: `${JSON.stringify(labels)}[floor(datum.value)]`,
          grid: false,
          ticks: false,
        },
      };
      const bars = (chosen: readonly AgeBand[], side: Side, inset: number) =>
        chosen.map((_, index) => ({
          start: 0,
          heads: side.sign * heads(chosen, side, index),
          row: index + inset,
          above: index + 1 - inset,
        }));
      const layers = sides.map(
        (side): Layer => ({
          data: { values: bars(bands, side, step === 1 ? 0.04 : 0.08) },
          mark: { type: "rect", color: side.colour },
          encoding: { x: { ...x, field: "start" }, x2: { field: "heads" }, y, y2: { field: "above" } },
        }),
      );
      const outlines = sides.map((side): Layer => {
        const steps = (before ?? []).flatMap((_, index) =>
          [index, index + 1].map((row, order) => ({
            row,
            heads: side.sign * heads(before ?? [], side, index),
            order: 2 * index + order,
          })),
        );
        return {
          data: { values: steps },
          mark: { type: "line", color: COLOURS.outline, strokeWidth: 1.5, strokeJoin: "miter" },
          encoding: { x: { ...x, field: "heads" }, y, order: { field: "order", type: "quantitative" } },
        };
      });
      const names = sides.map(
        (side): Layer => ({
          data: { values: [{}] },
          mark: {
            type: "text",
            text: side.title,
            x: (plot.width * (side.sign < 0 ? -span.low / 2 : span.high / 2 - span.low)) / (span.high - span.low),
            y: plot.height + 28,
            align: "center",
            baseline: "top",
            fontSize: size.text.label,
            fontWeight: 700,
            color: COLOURS.ink,
          },
        }),
      );
      return { layers: [...layers, ...(before === undefined ? [] : outlines), ...(sides.length === 2 ? names : [])] };
    },
  });
}

/** Thirteen bars need more height than a line over the years. */
function tall(size: Size): Size {
  return { ...size, height: Math.round(size.height * 1.2) };
}
