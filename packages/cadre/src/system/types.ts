import type { Population } from "../population/types.ts";
import type { Axes } from "../table/axes.ts";
import type { Demand } from "./schema/demand.ts";
import type { Funding } from "./schema/money.ts";
import type { Pool } from "./schema/pool.ts";
import type { SystemFile } from "./schema/system-file.ts";

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
// What stands here again is held in another form than in the file, most of it because it is read from files of its own.
export interface System
  extends Omit<SystemFile, "place" | "note" | "counts" | "axes" | "population" | "pools" | "demand" | "funding"> {
  readonly place: string;
  readonly axes: Axes;
  readonly population?: Population;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly demand: Readonly<Record<string, Demand>>;
  readonly funding?: Funding;
  readonly origin: Origin;
}
