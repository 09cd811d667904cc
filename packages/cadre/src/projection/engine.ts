import type { Resolved } from "../plan/resolved.ts";
import { Coefficients } from "../supply/coefficients.ts";
import { fastKernel } from "../supply/fast-kernel.ts";
import { HireSource } from "../supply/hire-source.ts";
import type { Kernel } from "../supply/kernel.ts";
import { equalParts } from "../supply/parts.ts";
import { plainKernel } from "../supply/plain-kernel.ts";
import type { YearRates } from "../supply/rates.ts";
import { Removal } from "../supply/removal.ts";
import { FlowMemory, type Flows } from "./flows.ts";

/** The memory that projections of one system work in, one after the other, and what they share. */
export class Engine {
  readonly kernel: Kernel;
  /** By (pool, sex, age, tenure), and for each pool. */
  readonly heads: Float64Array;
  readonly headsByPool: readonly Float64Array[];
  readonly lived: Float64Array;
  readonly livedByPool: readonly Float64Array[];
  /** By (pool, sex, age): joiners before anybody is recruited, and all joiners. */
  readonly before: Float64Array;
  readonly joiners: Float64Array;
  /** Shares of market recruits by (pool, sex, age). */
  private readonly profiles: readonly Float64Array[];
  private readonly profilesHeld: (Float64Array | undefined)[] = [];
  /** Pools that others hire from, and people taken out before anybody is hired: to train, or as planned. */
  readonly sources: ReadonlyMap<number, HireSource>;
  readonly takenFirst: Removal;
  /** FTE a head by (pool, sex, age). */
  private readonly fte: Float64Array;
  private fteHeld: Float64Array | undefined;
  /** By pool: what the kernel adds up. */
  readonly sums: Float64Array;
  readonly fullTime: Float64Array;
  /** Flows of the last projection that kept nothing else; the next one writes over them. */
  private flows: FlowMemory | undefined;
  private readonly kept = new Map<YearRates, Coefficients>();
  private readonly spare: Coefficients;
  private held: YearRates | undefined;

  /** `keep` are rates that never change: their coefficients are worked out once. */
  constructor(resolved: Resolved, kernel: Kernel = plainKernel, keep: Iterable<YearRates> = []) {
    const { size, stepsPerYear, system, rates } = resolved;
    const cells = size.pools * size.entries * size.tenures;
    const n = size.pools * size.entries;
    const workOut = (one: YearRates) =>
      new Coefficients(one, size, 1 / stepsPerYear, system.calendar.convention, kernel);
    this.kernel = kernel;
    this.heads = kernel.array(cells);
    this.headsByPool = equalParts(this.heads, size.pools);
    this.lived = kernel.array(cells);
    this.livedByPool = equalParts(this.lived, size.pools);
    this.before = kernel.array(n);
    this.joiners = kernel.array(n);
    this.profiles = equalParts(kernel.array(n), size.pools);
    const hiredFrom = new Set(resolved.joiners.recruits.flatMap(({ hires }) => hires.map(({ from }) => from)));
    this.sources = new Map(
      [...hiredFrom].map((pool) => [pool, new HireSource(pool, size, rates[0]!.moves, kernel)] as const),
    );
    this.takenFirst = new Removal(size, kernel);
    this.fte = kernel.array(n);
    this.sums = kernel.array(size.pools);
    this.fullTime = kernel.array(size.pools);
    for (const one of keep) this.kept.set(one, workOut(one));
    this.spare = workOut(rates[0]!);
    this.held = rates[0];
  }

  /** Flows of nobody, over so many model years, that the next call writes over. */
  flowsAgain(years: number): Flows {
    const pools = this.headsByPool.length;
    if (this.flows?.holds(years, pools)) this.flows.clear();
    else this.flows = new FlowMemory(years, pools);
    return this.flows.flows;
  }

  /** What a step needs of some rates; of those not kept, until the next is asked for. */
  coefficients(rates: YearRates, fresh = false): Coefficients {
    const kept = this.kept.get(rates);
    if (kept) return kept;
    if (fresh || this.held !== rates) this.spare.set(rates);
    this.held = rates;
    return this.spare;
  }

  /** FTE a head by (pool, sex, age), in the kernel's memory. */
  fteOf(fte: Float64Array): Float64Array {
    if (this.fteHeld !== fte) this.fte.set(fte);
    this.fteHeld = fte;
    return this.fte;
  }

  /** Shares of market recruits for each pool, in the kernel's memory. */
  profilesOf(recruits: readonly { readonly profile: Float64Array }[]): readonly Float64Array[] {
    recruits.forEach(({ profile }, p) => {
      if (this.profilesHeld[p] !== profile) this.profiles[p]!.set(profile);
      this.profilesHeld[p] = profile;
    });
    return this.profiles;
  }
}

/** An engine for many projections: on the fast kernel where it can be had, otherwise slower and with the same numbers. */
export function ensembleEngine(resolved: Resolved, keep: Iterable<YearRates>): Engine {
  const rates = [...keep];
  // Built once on plain memory, without its loops, to see how much it takes.
  let numbers = 0;
  const counting: Kernel = {
    ...plainKernel,
    decay: () => undefined,
    array: (length) => {
      numbers += length + 2;
      return new Float64Array(length);
    },
  };
  new Engine(resolved, counting, rates);
  return new Engine(resolved, fastKernel(numbers) ?? plainKernel, rates);
}
