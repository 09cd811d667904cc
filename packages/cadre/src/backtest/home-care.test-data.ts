import { CadreError } from "../error/cadre-error.ts";
import { parseSystem } from "../system/parse.ts";
import { type BacktestOptions, backtest } from "./backtest.ts";
import { parseSeries } from "./series.ts";

const HEAD = "date,pool,measure,value,published,vintage,source\n";

/** A system that was written in 2020, of one pool. */
export const systemOf = (pool = "", more = "") =>
  parseSystem(
    `cadre: 1
id: home-care
title: Home care
calendar: { base: 2020-03-31, until: 2025-03-31 }
axes: { age: none }
sources:
  report: { title: Yearly report, published: 2020-10 }
  old: { title: Old report, published: 2012 }
  undated: { title: Somebody's table }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: { value: 560, source: report }
    vacancyRate: { value: 8%, source: old }
    leaving:
      rate: { value: 31%, source: report }
      kind: leavers-per-average-headcount
      scope: employer
${pool}${more}`,
    { file: "system.yaml" },
  );

/** A value a year from the end of March `from`. */
export const rows = (measure: string, values: readonly (number | string)[], from = 2013, pool = "carers") =>
  values.map((value, i) => `${from + i}-03-31,${pool},${measure},${value},,first,report`).join("\n");
export const HEADS = rows("headcount", [500, 505, 512, 508, 515, 530, 541, 560]);
export const RATES = rows("leaving.rate", ["30%", "28%", "33%", "31%", "29%", "30%", "32%", "31%"]);
/** Rows as a series. */
export const seriesOf = (...parts: string[]) => parseSeries(`${HEAD}${parts.join("\n")}\n`, { file: "series.csv" });
export const series = seriesOf(HEADS, RATES);

/** Three origins, two horizons and few draws. */
export const OPTIONS: BacktestOptions = { origins: [2015, 2016, 2017], horizons: [1, 3], draws: 60 };
/** The error in which a backtest ends. */
export const faultOf = async (...given: Parameters<typeof backtest>): Promise<CadreError> => {
  const error = await backtest(...given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CadreError) return error;
  throw new Error(`no fault, but ${error}`);
};
