import { CadreError } from "../error/cadre-error.ts";
import { type ParseOptions, parseSystem } from "./parse.ts";
import type { System } from "./types.ts";

/** A part of a system file as plain data. */
export type Part = Record<string, unknown>;

/** A pool of 100 staff without ages, of whom 20% a year leave; `more` adds to it and replaces. */
export const pool = (more: Part = {}): Part => ({
  title: "Staff",
  employer: "Employer",
  sector: "care",
  headcount: 100,
  leaving: { rate: 0.2, kind: "hazard", scope: "employer" },
  ...more,
});

/** A pool that nobody leaves and nobody joins, so that sums can be worked out by hand. */
export const still = (more: Part = {}): Part =>
  pool({
    leaving: { rate: 0, kind: "hazard", scope: "employer" },
    recruitment: { mode: "fixed", recruits: { 2020: 0 } },
    ...more,
  });

/** The file of a town from March 2019 on, one class of age and of service. */
export const file = (pools: Part, more: Part = {}): Part => ({
  cadre: 1,
  id: "town",
  title: "Town",
  calendar: { base: "2019-03-31", until: "2022-03-31" },
  axes: { age: "none", tenure: 1 },
  pools,
  ...more,
});

/** The town as a system. */
export const town = (pools: Part, more: Part = {}, options: ParseOptions = {}): System =>
  parseSystem(JSON.stringify(file(pools, more)), options);

/** The error that some work ends in; no error is one as well. */
export function errorOf(work: () => unknown): CadreError {
  try {
    work();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}

/** Line and column at which some text stands in a file, counted from 1; it has to stand there once. */
export function placeOf(text: string, wanted: string): { line: number; column: number } {
  const at = text.indexOf(wanted);
  if (at < 0 || text.indexOf(wanted, at + 1) >= 0) throw new Error(`"${wanted}" does not stand in the text once`);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
