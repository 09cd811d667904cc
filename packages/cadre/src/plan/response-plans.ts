import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { CadreError } from "../error/cadre-error.ts";
import type { Response, Signal } from "../system/schema/leaving.ts";
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

/** What relative pay makes of recruits and of leaving: what each is multiplied by, by model year. */
export interface PayPlan {
  readonly recruits: readonly number[];
  readonly leaving: readonly number[];
}

/** What of each pool responds; nothing of those that are undefined. */
export interface Responses {
  readonly recruits: readonly (ResponsePlan | undefined)[];
  readonly leaving: readonly (ResponsePlan | undefined)[];
  readonly pay: readonly (PayPlan | undefined)[];
}

/** A response, and what changes make of its power. */
interface Responding {
  readonly given: (system: System) => Response | undefined;
  readonly change: NumberChange | undefined;
  readonly plan: ResponsePlan & { readonly power: number[] };
}

/** Relative pay of one pool that changes. */
interface Paying {
  readonly id: string;
  readonly change: NumberChange;
  readonly relative: number[];
  readonly plan: { readonly recruits: number[]; readonly leaving: number[] };
}

/** Without a word in the file, a scenario that sets a power means this. */
const DEFAULT = { to: "vacancyRate", of: "pool", delay: 1 } as const;

/** How pools respond under changes; each call writes over what the last one gave. */
export class ResponsePlans {
  private readonly system: System;
  private readonly first: number;
  private readonly all: readonly Responding[];
  private readonly paying: readonly Paying[];
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
    const paying: Paying[] = [];
    const payOf = (id: string, p: number): PayPlan | undefined => {
      const change = changes.of("pay.relative", p);
      const { recruits, leaving } = system.pools[id]?.pay ?? {};
      if (!change || !(recruits || leaving)) return undefined;
      if (leaving && system.calendar.convention === "opening-stock") throw ofProbabilities(id);
      const numbers = () => years.map(() => 1);
      const plan = { recruits: numbers(), leaving: numbers() };
      paying.push({ id, change, relative: numbers(), plan });
      return plan;
    };
    const ids = Object.keys(system.pools);
    const pay = ids.map(payOf);
    const recruits = ids.map((id, p) => planOf(id, p, "recruitment"));
    const leaving = ids.map((id, p) => planOf(id, p, "leaving"));
    this.system = system;
    this.first = years[0]!;
    this.all = all;
    this.paying = paying;
    this.responses = all.length + paying.length > 0 ? { recruits, leaving, pay } : undefined;
  }

  /** Undefined when nothing responds. */
  at(): Responses | undefined {
    for (const { given, change, plan } of this.all) {
      plan.power.fill(given(this.system)?.power.value ?? 0);
      change?.along(plan.power, this.first);
    }
    for (const { id, change, relative, plan } of this.paying) {
      const { relative: base, recruits, leaving } = this.system.pools[id]!.pay!;
      relative.fill(base.value);
      change.along(relative, this.first);
      relative.forEach((now, y) => {
        plan.recruits[y] = payFactor(now, base.value, recruits?.value);
        plan.leaving[y] = payFactor(now, base.value, leaving?.value);
      });
    }
    return this.responses;
  }
}

/** Recruits and leaving become at most so many times what they would be without a response, and at least one such part. */
export const MOST_RESPONSE = 3;

/** A response held within what it can be. */
export const heldResponse = (factor: number): number => Math.min(MOST_RESPONSE, Math.max(1 / MOST_RESPONSE, factor));

/** What relative pay makes of people, held within what it can be. */
export const payFactor = (now: number, base: number, elasticity = 0): number =>
  base > 0 ? heldResponse((now / base) ** elasticity) : 1;

const ofProbabilities = (id: string): CadreError =>
  new CadreError({
    code: "response-of-probabilities",
    message: `The scenario makes leaving of "${id}" respond, which it cannot in the opening-stock convention.`,
    value: "convention: opening-stock",
    rule: "A response multiplies a rate; probabilities of one year could then add up to more than 100%.",
    fix: "Use convention: continuous, or remove the change.",
  });
