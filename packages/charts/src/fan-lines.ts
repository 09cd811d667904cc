import type { PoolMeasure, Spread, SpreadQuery } from "cadre";
import { COLOURS } from "./colours.ts";
import { inDrawnSize, type MeasureWords, measureWords } from "./measure-words.ts";
import { oneLine } from "./text-width.ts";
import type { UncertainRun } from "./uncertain-run.ts";

/** One reference date of one scenario, in the size that is drawn. */
export interface FanPoint extends Spread<number | undefined> {
  year: number;
  /** The run with everything at its centre. */
  central: number | undefined;
}

/** One scenario of a fan chart: its points from the first date to the last, and how it is drawn. */
export interface FanLine {
  name: string;
  points: readonly FanPoint[];
  /** The last point. */
  end: FanPoint;
  colour: string;
  /** Whether its band is filled, or has edges alone. */
  filled: boolean;
  dash: readonly number[];
}

/** The point of a year; that of the end where there is none. */
export const pointIn = ({ points, end }: FanLine, year: number): FanPoint =>
  points.find((point) => point.year === year) ?? end;

/** What comes if nothing changes, beside a plan: its band has edges alone, since two fills over each other read as a third. */
const BEFORE = { colour: COLOURS.nothing, filled: false, dash: [7, 3] };
const PLAN = { colour: COLOURS.plan, filled: true, dash: [] };
const alone = (measure: string) => ({
  colour: measure === "gap" || measure === "demand" ? COLOURS.need : COLOURS.supply,
  filled: true,
  dash: [],
});

/** A measure of a pool in several ensembles, and how to speak of it. */
export function fanLines(
  runs: readonly UncertainRun[],
  { pool, measure }: { pool: string; measure: PoolMeasure },
): { fans: FanLine[]; say: MeasureWords } {
  const raw = runs.map((run) =>
    run.central.series({ pool, measure }).map(({ year, value }): FanPoint => {
      const { mean, p10, p50, p90 } = run.at({ pool, measure, year });
      return { year, mean, p10, p50, p90, central: value };
    }),
  );
  const say = measureWords(
    measure,
    raw.flat().flatMap(({ p10, p90, central }) => [p10, p90, central]),
    runs[0]?.central.unit({ pool, measure }),
  );
  const fans = runs.map((run, i): FanLine => {
    const points = (raw[i] ?? []).map(
      ({ year, central, ...spread }): FanPoint => ({
        year,
        ...divided(spread, say),
        central: inDrawnSize(central, say),
      }),
    );
    const end = points.at(-1) ?? { year: run.central.base, mean: 0, p10: 0, p50: 0, p90: 0, central: 0 };
    const style = runs.length === 1 ? alone(measure) : i === 0 ? BEFORE : PLAN;
    return { name: oneLine(run.central.title), points, end, ...style };
  });
  return { fans, say };
}

/**
 * The plan less the first, draw by draw, in the size that is drawn, where the plan knows it. An ensemble may know its
 * difference from something else than the first; the mean of differences being the difference of means tells.
 */
export function fanDifference(
  first: UncertainRun,
  plan: UncertainRun,
  query: SpreadQuery,
  say: Pick<MeasureWords, "per">,
): Spread<number | undefined> | undefined {
  const found = plan.difference?.at(query);
  const [before, after] = [first.at(query).mean, plan.at(query).mean];
  if (found?.mean === undefined || before === undefined || after === undefined) return undefined;
  const off = Math.abs(found.mean - (after - before));
  return off <= 1e-6 * (1 + Math.abs(before) + Math.abs(after)) ? divided(found, say) : undefined;
}

const divided = (
  { mean, p10, p50, p90 }: Spread<number | undefined>,
  say: Pick<MeasureWords, "per">,
): Spread<number | undefined> => ({
  mean: inDrawnSize(mean, say),
  p10: inDrawnSize(p10, say),
  p50: inDrawnSize(p50, say),
  p90: inDrawnSize(p90, say),
});
