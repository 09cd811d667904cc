import { drawsAgree, noRangeWords } from "@cadre/charts";
import type { Comparison, CountedMeasure, Ensemble, Result } from "cadre";
import { isStock, MEASURES, poundsIn } from "cadre/measures";
import { unpriced } from "cadre/results";
import { evidenceOf } from "cadre/scenarios";
import { MARK } from "./plan.ts";
import { milestones } from "./summary.ts";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { headOf } from "./text/measure.ts";
import { readableNumber } from "./text/number.ts";

/** One block of a comparison: a measure, what heads it, and what its numbers are divided by. */
interface Block {
  readonly label: string;
  readonly measure: CountedMeasure;
  /** A measure that is taken off: pay, of all costs. */
  readonly less?: CountedMeasure;
  readonly per: number;
}

/** Scenarios side by side for a terminal: gap, supply and costs at the milestones, and what differs from the first. */
export function comparisonText(
  comparison: Comparison,
  { pool, years, sure }: { pool: string; years?: readonly number[]; sure?: readonly Ensemble[] | undefined },
): string {
  const { results } = comparison;
  const [first] = results;
  const shown = years ?? milestones(first);
  const title = first.groups.find(({ id }) => id === pool)?.title ?? pool;
  return [
    wrappedText(`${first.system.title}: ${title.toLowerCase() === "all pools" ? "all staff" : title}`),
    "",
    ...blocks(comparison, pool).map((block) => `${blockText(comparison, block, { pool, years: shown, sure })}\n`),
    ...(sure ? [wrappedText(drawnWords(sure))] : []),
    ...notes(results).map((note) => wrappedText(note)),
  ].join("\n");
}

/** Gap and supply always; costs where there are any. */
function blocks({ results }: Comparison, pool: string): Block[] {
  const [first] = results;
  const plain = (measure: CountedMeasure): Block => ({ label: headOf(first, pool, measure), measure, per: 1 });
  const money = (measure: CountedMeasure, label: string = MEASURES[measure].title, less?: CountedMeasure): Block[] => {
    const values = results.flatMap((result) =>
      first.years.map((year) => Math.abs(amountOf(result, { measure, less }, pool, year))),
    );
    if (values.every((value) => value === 0)) return [];
    const { per, unit } = poundsIn(values);
    return [{ label: `${label}, in the year (${unit})`, measure, ...(less && { less }), per }];
  };
  // A scenario's own costs belong to everybody together.
  const largest = (measure: CountedMeasure) =>
    Math.max(...results.map((result) => Math.abs(result.at({ pool, measure, year: first.last }))));
  const priced = largest("cost.total") > largest("cost.interventions");
  return [
    plain("gap"),
    plain("supply"),
    ...(pool === "all" ? money("cost.interventions") : []),
    ...(priced ? money("cost.total", "Costs apart from pay", "cost.pay") : []),
    ...(priced ? money("cost.pay") : []),
  ];
}

/** A measure of a year, without what is told apart from it. */
const amountOf = (
  result: Result,
  { measure, less }: Pick<Block, "measure"> & { less?: CountedMeasure | undefined },
  pool: string,
  year: number,
): number => result.at({ pool, measure, year }) - (less === undefined ? 0 : result.at({ pool, measure: less, year }));

/** Whether a scenario does things that cost money, and no price of any of them is known: zero would say that it is free. */
function isUnpriced({ data }: Result): boolean {
  const { interventions = [] } = data.resolved.scenario;
  return interventions.length > 0 && interventions.every(({ cost }) => (cost?.perYear ?? cost?.once) === undefined);
}

const NO_PRICE = "no price";

/** What the lines of ranges are. */
function drawnWords([first]: readonly Ensemble[]): string {
  return `8 of 10: of ${first?.draws} draws, eight in ten are between these numbers. –: ${noRangeWords()}`;
}

/** A line with the middle eight of ten draws in each year; a dash where they are all alike. */
function rangeRow(
  drawn: Pick<Ensemble, "at"> | undefined,
  { measure, less }: Block,
  { pool, years }: Shown,
  text: (value: number) => string,
): string[][] {
  if (!drawn || less !== undefined || (measure !== "gap" && measure !== "supply")) return [];
  const range = (year: number) => {
    const spread = drawn.at({ pool, measure, year });
    return drawsAgree(spread) ? "–" : `${text(spread.p10)} to ${text(spread.p90)}`;
  };
  return [["      8 of 10", ...years.map(range)]];
}

/** Of which pool and years, and the draws of each scenario where there are some. */
interface Shown {
  readonly pool: string;
  readonly years: readonly number[];
  readonly sure?: readonly Ensemble[] | undefined;
}

function blockText({ results }: Comparison, block: Block, shown: Shown): string {
  const { pool, years, sure } = shown;
  const { label, measure, per } = block;
  const at = (result: Result, year: number) => amountOf(result, block, pool, year) / per;
  const cell = (result: Result, year: number, text: (value: number) => string, none = NO_PRICE) => {
    if (!isStock(measure) && year === result.base) return "";
    return measure === "cost.interventions" && isUnpriced(result) ? none : text(at(result, year));
  };
  const [first, ...others] = results;
  const signed = (value: number) => `${Math.round(value) > 0 ? "+" : ""}${readableNumber(value)}`;
  const name = (result: Result) =>
    `  ${clippedTitle(result.title, 40)}${result.kind === "risk" ? " (risk)" : ""}${evidenceOf(result.data.resolved.scenario).unmeasured.length > 0 ? MARK : ""}`;
  return columns([
    [label, ...years.map(String)],
    [name(first), ...years.map((year) => cell(first, year, readableNumber))],
    ...rangeRow(sure?.[0], block, shown, readableNumber),
    ...others.flatMap((result, i) => [
      [name(result), ...years.map((year) => cell(result, year, readableNumber))],
      ...rangeRow(sure?.[i + 1], block, shown, readableNumber),
      ["    difference", ...years.map((year) => cell(result, year, (value) => signed(value - at(first, year)), ""))],
      ...rangeRow(sure?.[i + 1]?.difference, block, shown, signed),
    ]),
  ]);
}

function notes(results: readonly Result[]): string[] {
  const unsure = results.filter(({ data }) => evidenceOf(data.resolved.scenario).unmeasured.length > 0);
  const [first] = results;
  const ids = new Set(results.flatMap((result) => unpriced(result).map(({ id }) => id)));
  return [
    `A positive gap is a shortage. Differences are from “${first?.title}”. Numbers are rounded one by one.`,
    ...(unsure.length > 0 ? [`${MARK.trim()} Depends on an effect that nobody has measured.`] : []),
    ...(ids.size > 0 ? [`Interventions without a stated cost: ${ids.size}. They are not free.`] : []),
  ];
}
