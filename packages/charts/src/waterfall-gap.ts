import type { Decomposition, Result } from "cadre";
import { evidenceOf } from "cadre/scenarios";
import type { Chart } from "./chart.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { type MeasureWords, measureWords } from "./measure-words.ts";
import { roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { UNMEASURED } from "./unmeasured.ts";
import { waterfall, waterfallRows } from "./waterfall.ts";

/** The two results that were taken apart, and how wide the chart is to be. */
export interface GapWaterfallOptions extends SizeOptions {
  before: Result;
  after: Result;
  /** The change of the measure that draws give: the title then says that one, and the parts stand as the runs give them. */
  change?: number;
}

/** Mean of so many standard errors on either side holds the share in 95 of 100 samples. */
const SURE = 1.96;

/**
 * What each intervention of a scenario adds to its difference from another one, as steps from the first gap to the second:
 * the largest relief first. Shares that were found from sampled orders have a line and a ± that hold them with 95%
 * certainty. Works for any measure that was decomposed.
 *
 * @example
 * ```ts
 * import { decompose, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { gapWaterfall, toSvg } from "@cadre/charts";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const keep = { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] };
 * const before = run(cumbria);
 * const after = run(cumbria, { id: "plan", title: "The plan", interventions: [keep] });
 * const svg = await toSvg(gapWaterfall(decompose(before, after), { before, after }));
 * ```
 */
export function gapWaterfall(found: Decomposition, options: GapWaterfallOptions): Chart {
  const { before, after } = options;
  const { pool, measure, year } = found;
  const size = sizeOf(options);
  const say = measureWords(measure, [found.before, found.after], after.unit({ pool, measure }));
  const scaled = (value: number) => value / say.per;
  const unmeasured = new Set(
    [before, after].flatMap(({ data }) => evidenceOf(data.resolved.scenario).unmeasured.map(({ id }) => id)),
  );
  const parts = [...found.parts]
    .sort((one, other) => one.value - other.value)
    .map((part) => ({
      ...part,
      bare: oneLine(part.title),
      name: `${oneLine(part.title)}${unmeasured.has(part.id) ? UNMEASURED : ""}`,
      value: scaled(part.value),
      alone: scaled(part.alone),
      error: scaled(part.error) * SURE,
    }));
  const name = groupTitle(after, pool);
  const [start, end] = [
    { name: oneLine(before.title), value: scaled(found.before) },
    { name: oneLine(after.title), value: scaled(found.after) },
  ];
  const run = end.value - start.value;
  const said = options.change === undefined ? run : scaled(options.change);
  const finding = findingOf(parts, said, { name: end.name, year, say });
  const apart = roundWhole(said) !== roundWhole(run);
  const sampled = parts.some(({ error }) => error > 0);
  const hidden = parts.some(({ error }) => error > 0 && roundWhole(error) === 0);
  const guesses = parts.filter(({ id }) => unmeasured.has(id)).length;
  const subtitle =
    `${say.name} of ${name} in ${say.unit}, ${year}: share of each intervention (Shapley value).` +
    `${apart ? " Title: median of the draws. Drawn: everything at its centre." : ""}` +
    `${sampled ? ` ±: 95% range of a share found from sampled orders${hidden ? ", left out where it rounds to 0" : ""}.` : ""}` +
    `${guesses === 0 ? "" : `${UNMEASURED} Nobody has measured the effect of ${guesses} of them.`}`;
  const plusMinus = (error: number) => (roundWhole(error) > 0 ? ` ± ${say.text(error)}` : "");
  const part = (value: number, error: number) => `${signed(value, say)}${plusMinus(error)}`;
  const told = parts.map(({ name, value, error }) => `${name} ${part(value, error)}.`).join(" ");
  return waterfall({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Waterfall chart. ${name}: ${finding}. ${subtitle} ${start.name}: ${say.words(start.value)}. ${told} ${end.name}: ${say.words(end.value)}.`,
    source: sourceLine(after),
    caption: `${name}: what each intervention adds, ${say.name.toLowerCase()} in ${say.unit}, ${year}`,
    columns: ["", "Share of the change", "By itself", ...(sampled ? ["95% range of the share"] : [])],
    tableRows: [
      [start.name, say.text(start.value), ""],
      ...parts.map(({ name, value, alone, error }) => [name, signed(value, say), signed(alone, say), plusMinus(error)]),
      [end.name, say.text(end.value), ""],
    ].map((row) => [...row, ""].slice(0, sampled ? 4 : 3)),
    rows: waterfallRows(start, parts, end, { total: say.text, part }),
    size,
    measure,
  });
}

/** A change with its sign: "+12", "−340", "0". */
function signed(value: number, say: MeasureWords): string {
  return `${roundWhole(value) > 0 ? "+" : ""}${say.text(value)}`;
}

interface Named {
  bare: string;
  value: number;
}

function findingOf(
  parts: readonly Named[],
  change: number,
  { name, year, say }: { name: string; year: number; say: MeasureWords },
): string {
  const amount = (value: number) => say.words(Math.abs(value)).replace(/ (short|more than needed)$/, "");
  const what = say.name.toLowerCase();
  if (roundWhole(change) === 0) return `“${name}” would not change the ${what} in ${year}`;
  const most = change < 0 ? parts[0] : parts.at(-1);
  const done = `“${name}” would ${change < 0 ? "lower" : "raise"} the ${what} by ${amount(change)} in ${year}`;
  if (most === undefined || parts.length < 2 || roundWhole(most.value) === 0) return done;
  // Where parts work against each other, the largest is more than the whole.
  if (Math.abs(most.value) > Math.abs(change)) return `${done}, most of all by “${most.bare}” (${amount(most.value)})`;
  return `${done}, ${amount(most.value)} of it by “${most.bare}”`;
}
