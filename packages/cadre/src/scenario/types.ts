import type { Where } from "../table/where.ts";
import type { Distribution } from "./distribution.ts";

/** An effect: a number, or a number that is not known exactly. */
export type Effect = number | Distribution;

/**
 * One change to one parameter: which staff, which model years, and exactly one of set, multiply and add. Over several
 * years it is phased in along a straight line. A change of the `population` names a variant in place of these.
 */
export interface Change {
  /** What is changed, such as `leaving.rate`. */
  readonly parameter: string;
  readonly where?: Where;
  /** First model year, by the calendar year in which it ends; from the start when left out. */
  readonly from?: number;
  /** Last model year; to the end when left out. */
  readonly until?: number;
  /** Years until the change works in full; 1 when left out. */
  readonly over?: number;
  readonly set?: Effect;
  readonly multiply?: Effect;
  readonly add?: Effect;
  /** For `population`: the variant to take. */
  readonly variant?: string;
  readonly note?: string;
}

/** How sure an effect is, by the Nesta Standards of Evidence: 1 to 4, and 0 for opinion. */
export interface Evidence {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly source?: string;
  readonly at?: string;
  /** What was found, in own words. */
  readonly finding?: string;
  /** True when nobody has measured the effect: its range is a guess, and a scenario that uses it is marked. */
  readonly unknown?: boolean;
}

/** Something that could be done: changes with a cost, a reach and an evidence rating. */
export interface Intervention {
  readonly id: string;
  readonly title: string;
  /** How it works; two that share a mechanism on the same staff may count one effect twice. */
  readonly mechanism?: string;
  readonly evidence?: Evidence;
  readonly changes: readonly Change[];
  /** Share of the selected people it touches. */
  readonly reach?: number;
  /** Years for all its changes that give none of their own. */
  readonly from?: number;
  readonly until?: number;
  readonly over?: number;
  readonly cost?: {
    readonly perYear?: number;
    readonly once?: number;
    readonly priceYear?: number;
    readonly note?: string;
  };
  readonly lead?: string;
  readonly milestones?: readonly { readonly date: string; readonly measure: string }[];
  /** Places whose documents plan it. */
  readonly places?: readonly string[];
  readonly note?: string;
}

/** What is not known exactly: a change with a distribution in place of its number, or shares of population variants. */
export interface Uncertainty extends Omit<Change, "variant"> {
  readonly id?: string;
  readonly variant?: string | Readonly<Record<string, number>>;
  /** Uncertainties of the same group move together. */
  readonly group?: string;
  /** How closely it moves with its group, from −1 to 1; below 0 the other way. */
  readonly correlation?: number;
}

/**
 * What a scenario is. A `plan` is something that can be done, and has interventions. A `risk` is something that may happen,
 * and nobody's choice. A `what-if` is a size to try.
 */
export type ScenarioKind = "plan" | "risk" | "what-if";

/** What to run a system under: assumptions and interventions. Plain data; every `use` and `extends` is already resolved. */
export interface Scenario {
  readonly id?: string;
  readonly title?: string;
  /** A plan, a risk or a what-if; when left out, a plan if it has interventions and a what-if if it has none. */
  readonly kind?: ScenarioKind;
  /** The question it answers. */
  readonly question?: string;
  readonly note?: string;
  /** Path of the system file as written. */
  readonly system?: string;
  /** Changes that are made without further ado, as an analyst does. */
  readonly changes?: readonly Change[];
  readonly assumptions?: readonly Change[];
  readonly interventions?: readonly Intervention[];
  readonly uncertainties?: readonly Uncertainty[];
  /** `off` takes effects as they were found, without shrinking them for weak evidence. */
  readonly evidence?: "on" | "off";
  /** Titles of the sources that its evidence names. */
  readonly sources?: Readonly<Record<string, { readonly title: string }>>;
  /** Words of its files that a later version will not know, one sentence each. */
  readonly notes?: readonly string[];
  readonly file?: string;
  readonly positions?: Readonly<Record<string, readonly [number, number]>>;
}
