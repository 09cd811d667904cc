import type { Result } from "cadre";

/** A number in many draws: its mean, its middle, and the ends of its 80% interval. */
export interface PackSpread {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** What a board pack asks of an ensemble. Every ensemble of the library answers it. */
export interface PackCertainty {
  readonly id: string;
  readonly title: string;
  readonly central: Result;
  readonly draws: number;
  readonly seed: number | string;
  readonly refused: number;
  at(query: { pool?: string; measure: string; year: number }): PackSpread;
  chance(query: { pool?: string; measure: string; year: number; atMost: number }): number;
}
