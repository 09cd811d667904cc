import type { Provenance } from "../table/quantity.ts";

/** One line of the assumptions log: a number or a choice the run rests on. */
export interface Input extends Provenance {
  /** Where it stands in the files, such as `pools.home-care.headcount`, or the name of a default. */
  readonly parameter: string;
  /** The number, or undefined for a choice. */
  readonly value?: number;
  /** As written, or the choice in words. */
  readonly written: string;
  readonly unit: string;
  readonly p10?: number;
  readonly p90?: number;
  /** True for what the library filled in. */
  readonly isDefault: boolean;
}

/** A choice the library makes when a file says nothing. */
export function defaultInput(parameter: string, written: string, note: string): Input {
  return { parameter, written, unit: "choice", kind: "assumption", note, isDefault: true };
}
