import type { PoolCalibration } from "../base-year/base-year.ts";
import type { CostName } from "../model/costs.ts";
import type { Counts } from "../model/units.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { JoinerPlan } from "../supply/plan.ts";
import type { YearRates } from "../supply/rates.ts";
import type { Size } from "../supply/size.ts";
import type { System } from "../system/types.ts";
import type { PublishedRates } from "./published-rates.ts";
import type { Responses } from "./response-plans.ts";

/** What a pool is called and where it belongs. */
export interface PoolInfo {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly sector: string;
  readonly role: string;
  readonly level?: number;
  /** What one of its headcount is: a person or a job. */
  readonly counts: Counts;
}

/** Published leaving rates that a scenario sets: the model is run to find the levels at which they come out. */
export interface UnsettledRates {
  readonly published: PublishedRates;
  /** Yearly rates at the levels at hand; the next call may write over them. */
  readonly rates: () => readonly YearRates[];
}

/** A model whose leaving rates may still have to be settled, before it is projected. */
export type ModelToSettle = Omit<Resolved, "unsettled"> & { readonly unsettled: UnsettledRates | undefined };

/** Every number the engine uses, after defaults and calibration; the projection reads nothing else. */
export interface Resolved {
  /** The system as the scenario sees its base; the same as given unless the scenario changes numbers of the base. */
  readonly system: System;
  readonly given: System;
  readonly scenario: Scenario & { readonly id: string; readonly title: string };
  readonly size: Size;
  readonly ages: number;
  readonly stepsPerYear: number;
  /** Calendar years in which the model years end. */
  readonly years: readonly number[];
  readonly base: number;
  readonly pools: readonly PoolInfo[];
  /** Heads by (pool, sex, age, tenure). */
  readonly opening: Float64Array;
  /** Rates of each model year; years with the same rates share one object. */
  readonly rates: readonly YearRates[];
  /** Everybody who can join. */
  readonly joiners: JoinerPlan;
  /** What responds to vacancies or workload; left out when nothing does. */
  readonly responses?: Responses | undefined;
  /** Base-year leavers by (sex, age) of each plan of returners. */
  readonly leaversBefore: readonly Float64Array[];
  /** FTE a head by (pool, sex, age), at each reference date; dates alike share one array. */
  readonly fte: readonly Float64Array[];
  /** FTE by pool, at each reference date from the base on, before what trainees add. */
  readonly demand: readonly Float64Array[];
  readonly funded: readonly Float64Array[];
  /** Relative shapes of leaving by (pool, sex, age, tenure). */
  readonly shapes: Float64Array;
  /** What a scenario makes of numbers that are looked up by year. */
  readonly moneyByYear: MoneyByYear;
  readonly calibration: readonly PoolCalibration[];
  readonly warnings: readonly string[];
  /** Nothing is left to settle. */
  readonly unsettled?: never;
}

/** Numbers about money, bank and agency staff, and who is at work: by name, then model year (the base year first), then pool. */
export type MoneyByYear = Readonly<Record<MoneyName, readonly Float64Array[]>>;
export type MoneyName =
  | CostName
  | "fills"
  | "premium"
  | "bankFills"
  | "bankPremium"
  | "sickness"
  | "maternity"
  | "participation";
