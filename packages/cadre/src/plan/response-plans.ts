import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { CadreError } from "../error/cadre-error.ts";
import type { Response, Signal } from "../system/joiner-types.ts";
import type { System } from "../system/types.ts";

/** How the recruits or the leaving of one pool respond, year by year. */
export interface ResponsePlan {
  readonly to: Signal;
  readonly of: Response["of"];
  /** Whole years until it shows. */
  readonly delay: number;
  /** By model year. */
  readonly power: readonly number[];
}

/** What of each pool responds; nothing of those that are undefined. */
export interface Responses {
  readonly recruits: readonly (ResponsePlan | undefined)[];
  readonly leaving: readonly (ResponsePlan | undefined)[];
}

/** A response, and what changes make of its power. */
interface Responding {
  readonly given: (system: System) => Response | undefined;
  readonly change: NumberChange | undefined;
  readonly plan: ResponsePlan & { readonly power: number[] };
}

/** Without a word in the file, a scenario that sets a power means this. */
const DEFAULT = { to: "vacancyRate", of: "pool", delay: 1 } as const;

/** How pools respond under changes; each call writes over what the last one gave. */
export class ResponsePlans {
  private readonly system: System;
  private readonly first: number;
  private readonly all: readonly Responding[];
  private readonly responses: Responses | undefined;

  constructor(system: System, changes: ScenarioChanges) {
    const { years } = changes;
    const all: Responding[] = [];
    const planOf = (id: string, p: number, part: "recruitment" | "leaving"): ResponsePlan | undefined => {
      const given = (of: System) => of.pools[id]?.[part].responds;
      const change = changes.of(`${part}.responds.power`, p);
      const written = given(system);
      if (!written && !change) return undefined;
      if (part === "recruitment" && system.pools[id]?.recruitment.mode === "fill") return undefined;
      if (part === "leaving" && system.calendar.convention === "opening-stock") throw ofProbabilities(id);
      const { to, of, delay } = written ?? DEFAULT;
      const plan = { to, of, delay, power: years.map(() => 0) };
      all.push({ given, change, plan });
      return plan;
    };
    const ids = Object.keys(system.pools);
    const recruits = ids.map((id, p) => planOf(id, p, "recruitment"));
    const leaving = ids.map((id, p) => planOf(id, p, "leaving"));
    this.system = system;
    this.first = years[0]!;
    this.all = all;
    this.responses = all.length > 0 ? { recruits, leaving } : undefined;
  }

  /** Undefined when nothing responds. */
  at(): Responses | undefined {
    for (const { given, change, plan } of this.all) {
      plan.power.fill(given(this.system)?.power.value ?? 0);
      change?.along(plan.power, this.first);
    }
    return this.responses;
  }
}

const ofProbabilities = (id: string): CadreError =>
  new CadreError({
    code: "response-of-probabilities",
    message: `The scenario makes leaving of "${id}" respond, which it cannot in the opening-stock convention.`,
    value: "convention: opening-stock",
    rule: "A response multiplies a rate; probabilities of one year could then add up to more than 100%.",
    fix: "Use convention: continuous, or take the change away.",
  });
