const KINDS = ["fact", "assumption", "lever"] as const;

/** What a number is: counted by somebody, supposed by somebody, or decided by somebody. */
export type InputKind = (typeof KINDS)[number];

const QUALITIES = ["high", "medium", "low", "assumed"] as const;

/** How far a number can be trusted; `assumed` is what an entry of the catalogue brings to a place that has no number. */
export type Quality = (typeof QUALITIES)[number];

/** What a number may say of where it comes from: a text, a date or one of some words, and what an editor tells of it. */
export const PROVENANCE = {
  /** Id of an entry in the system's `sources`. */
  source: { as: "text", says: "Id of an entry in `sources`" },
  /** Place in the source: a page, table or heading. */
  at: { as: "text", says: "Place in the source: page, table, heading" },
  /** When left out, a fact where there is a source and an assumption where there is none. */
  kind: { as: KINDS, says: "Counted by somebody, supposed by somebody, or decided by somebody" },
  note: { as: "text", says: "What a reader should know: where it is weak, what was assumed" },
  quality: { as: QUALITIES, says: "How far the number can be trusted" },
  owner: { as: "text", says: "Who answers for the number" },
  /** Date of the last review, `yyyy-mm-dd`. */
  reviewed: { as: "date", says: "Date of the last review, yyyy-mm-dd", of: "the last review" },
  /** Day of publication, `yyyy-mm-dd`; that of its source when left out. */
  known: {
    as: "date",
    says: "Day of publication, yyyy-mm-dd; the source's own where left out",
    of: "publication",
  },
} as const;

type Given<As> = As extends readonly (infer Word)[] ? Word : string;

/** What a file may say of where a number comes from. */
export type ProvenanceGiven = {
  readonly [Key in keyof typeof PROVENANCE]?: Given<(typeof PROVENANCE)[Key]["as"]>;
};

/** Where a number comes from and how far to trust it. */
export interface Provenance extends ProvenanceGiven {
  readonly kind: InputKind;
}

/** The units a file's numbers may have. Shares and rates are fractions of one inside the library: 34% is 0.34. */
export type Unit =
  | "heads"
  | "FTE"
  | "jobs"
  | "share"
  | "hazard"
  | "rate"
  | "per year"
  | "factor"
  | "people"
  | "heads per year"
  | "jobs per year"
  | "GBP"
  | "months"
  | "days"
  | "hours"
  | "minutes"
  | "number";

/** One number of a planner's file with its provenance. */
export interface Quantity extends Provenance {
  readonly value: number;
  readonly unit: Unit;
  /** As it stood in the file. */
  readonly written: string;
  /** Ends of the 80% interval, when given. */
  readonly p10?: number;
  readonly p90?: number;
  /** Year of the prices of a sum of money. */
  readonly priceYear?: number;
}

/** A list of numbers under labels (age bands, tenures, years) that share one provenance. */
export interface QuantityMap extends Provenance {
  readonly values: Readonly<Record<string, number>>;
  readonly unit: Unit;
}

const NUMBER = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/;

/** A number as planners write it, split from its unit: `0.4% per year` is 0.004 and `per year`; 1e999 is none. */
export function parseNumber(text: string): { value: number; percent: boolean; unit: string } | undefined {
  const found = NUMBER.exec(text.trim());
  if (!found) return undefined;
  const percent = found[2]!.startsWith("%");
  const unit = (percent ? found[2]!.slice(1) : found[2]!).trim();
  const value = Number(found[1]);
  if (!Number.isFinite(value)) return undefined;
  // 34/100 is exact to the last digit where 34 × 0.01 is not.
  return { value: percent ? value / 100 : value, percent, unit };
}
