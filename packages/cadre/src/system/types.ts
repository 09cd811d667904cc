import type { Calibration } from "../model/calibrations.ts";
import type { CAUSES, ScheduledCause } from "../model/causes.ts";
import type { Population } from "../population/types.ts";
import type { HistoricRate } from "../rates/historic-rate.ts";
import type { Convention, RateKind } from "../rates/kinds.ts";
import type { Schedule } from "../rates/schedule.ts";
import type { VacancyKind } from "../rates/vacancies.ts";
import type { Axes } from "../table/axes.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";
import type { Agency, Costs, Funding, SystemCosts } from "./cost-types.ts";
import type { Demand, Shift, Substitution } from "./demand-types.ts";
import type { LabourMarket, Pipeline, Recruitment, RelativePay, Response, Returner } from "./joiner-types.ts";

/** When the model starts and ends, and how a year is cut and computed. */
export interface Calendar {
  /** The reference date of the opening stock, `yyyy-mm-dd`. */
  readonly base: string;
  /** The last reference date, `yyyy-mm-dd`, a whole number of years later. */
  readonly until: string;
  readonly stepsPerYear: 1 | 2 | 4 | 12;
  readonly convention: Convention;
}

/** A document or data set that numbers come from. */
export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string | number;
  readonly licence?: string;
  readonly url?: string;
  readonly note?: string;
}

/** Leaving what: the employer, the sector or the whole system. */
export type Scope = "employer" | "sector" | "system";

/** How many leave a pool, by which definition, and who leaves sooner. */
export interface PoolLeaving {
  readonly rate: HistoricRate;
  readonly kind: RateKind;
  /** `still-in-post`: months after joining, whole years. */
  readonly after?: number;
  readonly scope: Scope;
  /** Causes that the published rate counts beside leaving. */
  readonly includes: readonly ScheduledCause[];
  /** Growth of the headcount in the year of the rate; matters only for `leavers-per-closing-headcount`. */
  readonly growth?: Quantity;
  /** Share of leavers who go to another employer of the same pool. */
  readonly stayingInSector?: Quantity;
  /** How leaving responds to the pool's vacancies or workload. */
  readonly responds?: Response;
  /** Relative shapes; the calibration sets their level. */
  readonly byTenure?: QuantityMap;
  readonly byAge?: QuantityMap;
  readonly bySex?: QuantityMap;
}

/** Yearly rates by age of the causes of leaving that a pool gives apart: `retirement`, `death`. */
export type Schedules = {
  readonly [C in keyof typeof CAUSES as (typeof CAUSES)[C]["rate"] extends "schedule" ? C : never]?: Schedule;
};

/** What a published vacancy rate is of, and the figures published beside it. */
export interface Vacancies {
  readonly kind: VacancyKind;
  /** `of-directly-employed`: the staff that the publisher counts. */
  readonly staff?: Quantity;
  /** Vacancies published beside the rate. They are compared with it. */
  readonly count?: Quantity;
}

/** A group of staff treated alike, and what is known of it. */
export interface Pool extends Schedules {
  readonly title: string;
  readonly employer: string;
  readonly sector: string;
  readonly role: string;
  readonly level?: number;
  readonly place?: string;
  readonly headcount: Quantity;
  readonly ages?: QuantityMap;
  readonly sex?: QuantityMap;
  readonly tenure?: QuantityMap;
  /** Full-time equivalents a head, for everybody or by age. */
  readonly fte: HistoricRate | QuantityMap;
  readonly vacancyRate?: HistoricRate;
  readonly vacancies?: Vacancies;
  readonly leaving: PoolLeaving;
  readonly recruitment: Recruitment;
  readonly pay?: RelativePay;
  readonly returners: readonly Returner[];
  readonly agency?: Agency;
  readonly costs: Costs;
}

/** People who leave one pool for another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly rate: Quantity;
  readonly kind: "hazard" | "share-leaving-within-year";
  readonly byTenure?: QuantityMap;
  readonly byAge?: QuantityMap;
  readonly note?: string;
}

/** What a backtest said of a part of a system. */
export interface Tested {
  /** What was forecast: which numbers, how far ahead. */
  readonly what: string;
  readonly calibration: Calibration;
  /** 1 less the error over that of the last figure: above 0 is better than no model. */
  readonly skill?: Quantity;
  /** Forecasts that were held against a figure. */
  readonly pairs: number;
}

/** Where the data of a system was read, so that errors and explanations can point at it. */
export interface Origin {
  readonly file?: string;
  /** Line and column of each value, by path. */
  readonly positions: Readonly<Record<string, readonly [number, number]>>;
  /** Line and column of the first letter of each pool's demand formula that its file holds letter for letter. */
  readonly formulas: Readonly<Record<string, readonly [number, number]>>;
  /** Words of its files that a later version will not know, one sentence each. */
  readonly notes: readonly string[];
  /** Files read, with their content hash where it is known. */
  readonly inputs: readonly { readonly path: string; readonly sha256?: string }[];
}

/**
 * A health and care system as its file describes it: pools of staff, their rates, the people they serve and where
 * each number comes from. Plain frozen data; `parseSystem` makes it, `run` projects it.
 */
export interface System {
  readonly cadre: 1;
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly calendar: Calendar;
  readonly axes: Axes;
  readonly sources: Readonly<Record<string, Source>>;
  readonly population?: Population;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly moves: readonly Move[];
  readonly demand: Readonly<Record<string, Demand>>;
  readonly labourMarkets: Readonly<Record<string, LabourMarket>>;
  readonly pipelines: Readonly<Record<string, Pipeline>>;
  readonly shifts: readonly Shift[];
  readonly substitutions: readonly Substitution[];
  readonly costs: SystemCosts;
  readonly funding?: Funding;
  /** Titles of the levels of competence. */
  readonly levels: Readonly<Record<string, string>>;
  /** What backtests said of parts of it. */
  readonly tested: readonly Tested[];
  readonly origin: Origin;
}
