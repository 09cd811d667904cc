import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { Result } from "../projection/result.ts";
import { coursePriced, isPriced } from "../scenario/priced.ts";
import type { CostEnds } from "../scenario/schema/cost.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import { assumedCostIn } from "./assumed-price.ts";
import type { OptionPrice, PlanOption, PlanQuestion, Price } from "./plan-question.ts";

/** One intervention from one year at one reach, with its price at the upper end of what it may be. */
export interface Choice {
  /** Place among the options that are planned. */
  readonly option: number;
  readonly start: number;
  readonly reach: number;
  readonly intervention: Intervention;
  /** How much less it may cost: the lower end as a share of the upper. */
  readonly low: { readonly perYear: number; readonly once: number };
}

/** Options as single choices, and those that nobody has given a price. */
export interface Choices {
  readonly ids: readonly string[];
  readonly choices: readonly Choice[];
  readonly withoutPrice: readonly Intervention[];
  /** Those whose price is an assumption. */
  readonly assumed: readonly Intervention[];
}

/** An option, and what it costs at its own reach. */
interface Priced {
  readonly option: PlanOption;
  readonly price: OptionPrice;
  readonly assumed: boolean;
}

/** Checks the options of a question and takes them apart into choices. Throws a `CadreError` for what makes no sense. */
export function choicesOf(question: PlanQuestion, unchanged: Result): Choices {
  const { options } = question;
  const { years } = unchanged;
  if (options.length === 0)
    throw fault("no-options", "There is nothing to choose from.", "(nothing)", {
      rule: "A plan is made of interventions that may be done.",
      fix: "Name at least one under options.",
    });
  const all = options.map(({ intervention }) => intervention.id);
  const twice = all.find((id, i) => all.indexOf(id) < i);
  if (twice !== undefined)
    throw fault("same-id", "Two options are the same intervention.", twice, {
      rule: "An intervention is listed once, with all its starts and reaches.",
      fix: "Put them together, or give one an id of its own.",
    });
  for (const option of options) checkOption(option, years);
  const found = options.map((option) => ({ option, ...priceOf(option, question, unchanged) }));
  const priced = found.filter((one): one is Priced => one.price !== undefined);
  const inYear = commonPrices(priced, question);
  const named = (all: readonly { option: PlanOption }[]) => all.map(({ option }) => option.intervention);
  return {
    ids: named(priced).map(({ id }) => id),
    withoutPrice: named(found.filter(({ price }) => price === undefined)),
    assumed: named(priced.filter(({ assumed }) => assumed)),
    choices: priced.flatMap((one, option) => oneOption(one, option, inYear(one))),
  };
}

/** What an option costs: as the question says, as it says itself, with its course, or as somebody assumes. */
function priceOf(
  { intervention, price }: PlanOption,
  { assumedPrices = false, counting = [] }: PlanQuestion,
  unchanged: Result,
): { price: OptionPrice | undefined; assumed: boolean } {
  const { cost } = intervention;
  if (isPriced(price)) return { price, assumed: false };
  if (isPriced(cost)) {
    const { perYear, once, range, priceYear } = cost!;
    return { price: { perYear: range?.perYear ?? perYear, once: range?.once ?? once, priceYear }, assumed: false };
  }
  // What its learners cost is counted with the course, where the question counts training.
  if (counting.includes("cost.training") && coursePriced(unchanged.data.resolved.system, intervention))
    return { price: { perYear: 0 }, assumed: false };
  const own = assumedPrices ? assumedCostIn(unchanged, intervention) : undefined;
  return { price: own && { ...own.range, priceYear: own.priceYear }, assumed: own !== undefined };
}

function oneOption(
  { option: { intervention, starts, reaches }, price }: Priced,
  option: number,
  times: number,
): Choice[] {
  const own = intervention.reach ?? 1;
  const { perYear = 0, once = 0 } = price;
  const scaled = (given: Price, share: number): CostEnds => ({
    low: ends(given).low * share,
    high: ends(given).high * share,
  });
  return starts.flatMap((start) =>
    (reaches ?? [own]).map((reach): Choice => {
      const [yearly, first] = [scaled(perYear, (times * reach) / own), scaled(once, times)];
      const { source: _, at: _a, range: _r, ...said } = intervention.cost ?? {};
      const cost = {
        ...{ ...said, perYear: yearly.high, once: first.high },
        ...((yearly.low < yearly.high || first.low < first.high) && { range: { perYear: yearly, once: first } }),
      };
      return {
        ...{ option, start, reach },
        intervention: { ...intervention, from: start, reach, cost },
        low: { perYear: yearly.low, once: first.low },
      };
    }),
  );
}

const ends = (price: Price): { low: number; high: number } =>
  typeof price === "number" ? { low: price, high: price } : price;

function checkOption({ intervention, starts, reaches = [], price = {} }: PlanOption, years: readonly number[]): void {
  const at = intervention.id;
  const outside = starts.find((year) => !years.includes(year));
  if (starts.length === 0 || outside !== undefined)
    throw fault("bad-start", `"${at}" has no year to begin in.`, String(outside ?? "(nothing)"), {
      rule: `A start is a model year: ${years[0]} to ${years[years.length - 1]}.`,
      fix: "Give it one or more of these years.",
    });
  const reach = reaches.find((one) => !(one > 0 && one <= 1));
  if (reach !== undefined)
    throw fault("bad-reach", `"${at}" cannot reach such a share.`, String(reach), {
      rule: "A reach is a share above 0% and up to 100%.",
      fix: "Correct it.",
    });
  for (const one of [price.perYear ?? 0, price.once ?? 0]) {
    const { low, high } = ends(one);
    if (low >= 0 && low <= high && Number.isFinite(high)) continue;
    throw fault("bad-price", `"${at}" has no price that could be paid.`, JSON.stringify(one), {
      rule: "A price is a sum of zero or more, or { low, high } in that order.",
      fix: "Correct it.",
    });
  }
}

/** What brings the prices of an option to one year; prices of several years need an index. */
function commonPrices(options: readonly Priced[], { priceYear, prices }: PlanQuestion) {
  const yearOf = ({ price }: Priced) => price.priceYear;
  const years = [...new Set(options.flatMap((one) => yearOf(one) ?? []))].sort();
  const common = priceYear ?? years[years.length - 1];
  const others = years.filter((year) => year !== common);
  const missing = [common, ...others].find((year) => year !== undefined && !((prices?.[year] ?? 0) > 0));
  if (others.length > 0 && missing !== undefined)
    throw fault("price-years", "The prices are of different years.", [...new Set([...years, common])].join(", "), {
      rule: "Sums of different years are added up only after an index has brought them to one year.",
      fix: `Give an index for each of these years, such as prices: { ${common}: 100, ${missing === common ? others[0] : missing}: 95 }, or all prices in one year.`,
    });
  return (one: Priced): number => {
    const year = yearOf(one);
    if (year === undefined || common === undefined || year === common) return 1;
    return prices![common]! / prices![year]!;
  };
}

/** The limits of a question, checked against the interventions there are. */
export function checkLimits({ options, limits = {}, budget = {} }: PlanQuestion): void {
  const ids = options.map(({ intervention }) => intervention.id);
  const { notBoth = [], first = [], atMost = [] } = limits;
  for (const id of [...notBoth.flat(), ...first.flat(), ...atMost.flatMap(({ of = [] }) => of)]) {
    if (ids.includes(id)) continue;
    throw new CadreError({
      code: "unknown-intervention",
      message: `A limit names an intervention that is not an option: "${id}".`,
      value: id,
      rule: `Options: ${ids.join(", ")}.`,
      fix: "Correct the id, or add the intervention to the options.",
      didYouMean: suggest(id, ids),
    });
  }
  for (const { count } of atMost)
    if (!Number.isInteger(count) || count < 0)
      throw fault("bad-limit", "A limit counts interventions.", String(count), {
        rule: "count is a whole number, zero or more.",
        fix: "Correct it.",
      });
  for (const [one, then] of first) {
    const clash = notBoth.some((list) => list.includes(one) && list.includes(then));
    if (one !== then && !clash && !leadsBack(first, then, one)) continue;
    throw fault("contradictory-limits", `"${then}" can never be chosen.`, `first ${one}, then ${then}`, {
      rule: clash
        ? "Of two that exclude each other, one cannot be the condition of the other."
        : "An order has no circle.",
      fix: "Remove one of the limits.",
    });
  }
  const { perYear = 0, total = 0 } = budget;
  for (const money of [total, ...(typeof perYear === "number" ? [perYear] : Object.values(perYear))])
    if (!(money >= 0))
      throw fault("bad-budget", "A budget is a sum of money.", String(money), {
        rule: "Zero or more, in pounds.",
        fix: "Correct it, or leave it out for no limit.",
      });
}

/** Whether an order leads from one intervention to another. */
function leadsBack(
  order: readonly (readonly [string, string])[],
  from: string,
  to: string,
  seen: string[] = [],
): boolean {
  if (seen.includes(from)) return false;
  return order.some(([one, then]) => one === from && (then === to || leadsBack(order, then, to, [...seen, from])));
}

function fault(code: string, message: string, value: string, { rule, fix }: { rule: string; fix: string }): CadreError {
  return new CadreError({ code, message, path: "plan", value, rule, fix });
}
