import type { Result } from "cadre";
import { ageBands, inhabitedBands } from "./age-bands.ts";
import { ageFinding } from "./age-finding.ts";
import type { Chart } from "./chart.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { countText } from "./number.ts";
import { headsOf, type Pyramid, pyramidLayers } from "./pyramid-layers.ts";
import { sidesOf } from "./pyramid-sides.ts";
import { sourceLine } from "./source-line.ts";
import { textWidth } from "./text-width.ts";
import { type Size, type SizeOptions, sizeOf } from "./theme.ts";

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
  const bandsOf = (when: number) =>
    ageBands(result.cells({ pool, measure: "headcount", year: when }), result.axes, step);
  const [now, then] = [bandsOf(year), against === undefined ? undefined : bandsOf(against)];
  const finding = ageFinding(now, then, { year, against });
  // An axis may begin before anybody works.
  const [from, to] = inhabitedBands([now, ...(then === undefined ? [] : [then])]);
  const pyramid = { step, bands: now.slice(from, to), before: then?.slice(from, to), sides: sidesOf(result.axes.sex) };
  const { bands, sides } = pyramid;
  const two = sides.length === 2;
  const subtitle =
    `People in post by age at ${result.referenceDate} ${year}` +
    `${against === undefined ? "" : `; outline: ${result.referenceDate} ${against}`}. Scenario: ${result.title}.`;
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `${two ? "Age pyramid" : "Histogram of ages"}. ${name}: ${finding}. ${subtitle} ${told(pyramid)}`,
    source: sourceLine(result),
    table: { caption: `${name}: people in post by age`, ...tableOf(pyramid, year, against) },
    // A few bars are as thick as those of a full pyramid, not as high as its plot.
    size: bands.length < 8 ? { ...size, height: 0 } : size,
    lowest: bands.length * 24,
    left: Math.ceil(Math.max(...bands.map(({ label }) => textWidth(label, size.text.label))) + 10),
    right: 14,
    bottom: 28 + (two ? size.text.label + 8 : 0),
    draw: (plot) => ({ layers: pyramidLayers(pyramid, plot, size.text.label) }),
  });
}

/** How many are on each side, and where most of them are. */
function told({ bands, sides }: Pyramid): string {
  return sides
    .map((side) => {
      const heads = bands.map((band) => headsOf(band, side));
      const [all, most] = [heads.reduce((sum, one) => sum + one, 0), Math.max(...heads)];
      const largest = `, the largest group aged ${bands[heads.indexOf(most)]?.label ?? ""} (${countText(most)})`;
      return `${side.title}: ${countText(all)}${all > 0 ? largest : ""}.`;
    })
    .join(" ");
}

function tableOf({ bands, before, sides }: Pyramid, year: number, against: number | undefined) {
  const heads = (chosen: Pyramid["bands"], row: number) => sides.map((side) => countText(headsOf(chosen[row], side)));
  const named = (when: number | undefined) => sides.map(({ title }) => `${title} ${when}`);
  return {
    columns: ["Age", ...named(year), ...(before === undefined ? [] : named(against))],
    rows: bands.map(({ label }, row) => [
      label,
      ...heads(bands, row),
      ...(before === undefined ? [] : heads(before, row)),
    ]),
  };
}

/** Thirteen bars need more height than a line over the years. */
function tall(size: Size): Size {
  return { ...size, height: Math.round(size.height * 1.2) };
}
