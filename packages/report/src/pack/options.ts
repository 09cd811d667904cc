import type { Decomposition, InputEffect } from "cadre";
import type { Assurance } from "cadre/assure";
import type { Signpost } from "cadre/decide";
import type { PackCertainty } from "./certainty.ts";

/** What a board pack is about, and what has been found out besides the runs. A page whose numbers are missing is left out. */
export interface BoardPackOptions {
  /** A pool's id, `sector:…`, `employer:…`, `level:…` or `all` (the default). */
  readonly pool?: string;
  /** The year the titles speak of; the last one when left out. */
  readonly year?: number;
  /** Draws of the scenarios, from `ensembles`: then the pack says how sure it is. */
  readonly ensembles?: readonly PackCertainty[];
  /** The gap of `pool` and `year` up to which the board calls the aim met, in FTE; 0 when left out. */
  readonly target?: number;
  /** What would break the plan, in words a board can read, from `stress` with the target: the page of the decision says it. */
  readonly breaks?: string;
  /** When another plan becomes better, from `signposts` of the plan and others. */
  readonly signposts?: readonly Signpost[];
  /** What each intervention adds to the difference between the first two results, from `decompose`. */
  readonly decomposition?: Decomposition;
  /** What each input does to the gap of `pool` and `year`, from `inputEffects`: then assumptions stand in the order of their influence. */
  readonly effects?: readonly InputEffect[];
  /** Who answers for the model and whether it is signed, from `assurance`: one page of the pack says so. */
  readonly assurance?: Assurance;
  /** How to run the same again. */
  readonly repeat?: {
    readonly command?: string;
    readonly versions?: Readonly<Record<string, string>>;
    readonly inputs?: readonly { readonly path: string; readonly sha256?: string }[];
  };
}
