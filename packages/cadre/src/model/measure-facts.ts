import type { MeasureUnit } from "./units.ts";

/** What is known of every measure. */
interface Words {
  readonly unit: MeasureUnit;
  /** Heads a chart, a column or a line: "Gap". */
  readonly title: string;
  /** What it says, in a planner's words, as docs/guide/results.md has it. */
  readonly meaning: string;
}

/** A measure whose parts are people, told of in words. */
type WholeOfPeople = "joiners" | "leavers";
/** A measure that others are parts of: all its parts together are the whole. */
export type WholeMeasure = WholeOfPeople | "cost.total";

type PartOfWhole =
  | {
      readonly partOf: WholeOfPeople;
      /** Those who are counted, in the middle of a sentence: "plus people who come back". */
      readonly who: string;
    }
  | {
      readonly partOf: Exclude<WholeMeasure, WholeOfPeople>;
      /** Heads a column of costs: "Pay". */
      readonly head: string;
    }
  | { readonly partOf?: never };

/** What is counted, and added up over pools. */
export type CountedFacts = Counted & PartOfWhole;

interface Counted extends Words {
  /** A stock is counted at reference dates, a flow over the model year that ends at one. */
  readonly kind: "stock" | "flow";
  /** What it is counted of. Where a group has both, as `all` may, the first is counted. */
  readonly of: readonly ("pools" | "pipelines")[];
  /** Whether it is known by sex, age and tenure. */
  readonly byAge?: true;
  /** Whether the system has some of it that belongs to no pool. */
  readonly ofSystem?: true;
}

/** One counted measure over another. It is worked out from the sums of both, and cannot be where the lower one is 0. */
export interface RatioFacts extends Words {
  readonly kind: "ratio";
  readonly upper: string;
  readonly lower: string;
}

/** What is known of a measure: of one that is counted, or of one that is a share of another. */
export type MeasureFacts = CountedFacts | RatioFacts;

/** Measures by name. */
export type MeasureTable = Readonly<Record<string, MeasureFacts>>;

export const OF_POOLS = ["pools"] as const;
export const OF_PIPELINES = ["pipelines"] as const;
