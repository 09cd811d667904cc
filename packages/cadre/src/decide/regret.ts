import { type Box, findBox } from "./box.ts";

/** Values of one uncertain number, by future. */
export interface FutureInput {
  readonly id: string;
  readonly title: string;
  readonly values: Float64Array;
}

/** One plan over all futures. Shortages are full-time-equivalent years over pools and model years. */
export interface StressedPlan {
  readonly id: string;
  readonly title: string;
  readonly mean: number;
  /** Mean of the tenth of futures in which it is shortest. */
  readonly worstTenth: number;
  /** The most, and the mean, by which it is shorter than the best plan of the same future. */
  readonly worstRegret: number;
  readonly meanRegret: number;
  /** Share of futures in which it meets the target; undefined without one. */
  readonly meets: number | undefined;
  /** By future. */
  readonly losses: Float64Array;
  readonly regrets: Float64Array;
  /** The box of input values in which it misses the target; undefined when there is no such box. */
  readonly breaks: MissedTarget | undefined;
}

/** Where a plan misses its target. */
export interface MissedTarget extends Pick<Box, "coverage" | "density"> {
  readonly bounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly above?: number;
    readonly below?: number;
  }[];
  /** In a planner's words. */
  readonly words: string;
}

/** Plans over futures. */
export interface StressAnswer {
  readonly futures: readonly string[];
  readonly plans: readonly StressedPlan[];
  readonly leastRegret: { readonly id: string; readonly title: string };
  /** Numbers on which the choice hangs: the best plan on average is another where they are high than where they are low. */
  readonly hangsOn: readonly {
    readonly id: string;
    readonly title: string;
    readonly low: string;
    readonly high: string;
  }[];
}

/** Judges plans by what they came to in each future. */
export function judgePlans(
  titles: readonly { readonly id: string; readonly title: string }[],
  losses: readonly Float64Array[],
  met: readonly Uint8Array[] | undefined,
  { names, inputs }: { readonly names: readonly string[]; readonly inputs: readonly FutureInput[] },
): StressAnswer {
  const n = names.length;
  const best = Float64Array.from({ length: n }, (_, f) => Math.min(...losses.map((one) => one[f]!)));
  const mean = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const plans = titles.map(({ id, title }, s): StressedPlan => {
    const own = losses[s]!;
    const regrets = own.map((loss, f) => loss - best[f]!);
    const worst = own
      .slice()
      .sort((a, b) => b - a)
      .slice(0, Math.max(1, Math.ceil(n / 10)));
    return {
      ...{ id, title, regrets, losses: own },
      mean: mean(own),
      worstTenth: mean(worst),
      worstRegret: Math.max(...regrets),
      meanRegret: mean(regrets),
      meets: met && met[s]!.reduce((sum, one) => sum + one, 0) / n,
      breaks: met && breaksOf(inputs, met[s]!),
    };
  });
  const least = plans.reduce((so, one) => (one.worstRegret < so.worstRegret ? one : so));
  return {
    futures: names,
    plans,
    leastRegret: { id: least.id, title: least.title },
    hangsOn: inputs.flatMap((input) => {
      const [low, high] = halves(input.values).map((half) => bestIn(titles, losses, half));
      return low === high ? [] : [{ id: input.id, title: input.title, low: low!, high: high! }];
    }),
  };
}

/** Futures in which a number is in the lower and in the upper half of its values. */
function halves(values: Float64Array): [number[], number[]] {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const middle = Math.floor(order.length / 2);
  return [order.slice(0, middle), order.slice(middle)];
}

function bestIn(
  titles: readonly { readonly id: string }[],
  losses: readonly Float64Array[],
  futures: readonly number[],
): string {
  const sums = losses.map((of) => futures.reduce((sum, f) => sum + of[f]!, 0));
  return titles[sums.indexOf(Math.min(...sums))]!.id;
}

function breaksOf(inputs: readonly FutureInput[], met: Uint8Array): MissedTarget | undefined {
  const box = findBox({ inputs: inputs.map(({ values }) => values), marked: met.map((one) => 1 - one) });
  if (!box) return undefined;
  const bounds = box.bounds.map(({ input, above, below }) => {
    const { id, title } = inputs[input]!;
    return { id, title, ...(above !== undefined && { above }), ...(below !== undefined && { below }) };
  });
  const digits = (value: number) => String(Number(value.toPrecision(3)));
  const said = bounds.map(({ title, above, below }) => {
    if (above === undefined) return `“${title}” is below ${digits(below!)}`;
    return below === undefined
      ? `“${title}” is above ${digits(above)}`
      : `“${title}” is between ${digits(above)} and ${digits(below)}`;
  });
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const words = `It misses the target in ${percent(box.density)} of the futures in which ${said.join(" and ")}; ${percent(box.coverage)} of its misses are there.`;
  return { bounds, coverage: box.coverage, density: box.density, words };
}
