import { DEMAND_GROWTH_NAMES } from "../model/demand-growths.ts";
import { checkKnown } from "./known.ts";
import type { Problems } from "./problems.ts";
import type { Workload } from "./schema/demand.ts";
import type { System } from "./types.ts";
import { populationBand } from "./validate-bands.ts";

/** Checks demand, shifts between pools and skill mix. */
export function validateDemand(system: System, problems: Problems): void {
  const pools = Object.keys(system.pools);
  for (const [id, demand] of Object.entries(system.demand)) {
    checkKnown(["demand", id], id, pools, "pool", problems, "key");
    demand.drivers.forEach((driver, i) => {
      for (const band of Object.keys(driver.population.values))
        populationBand(system, ["demand", id, "drivers", i, "population"], band, problems);
    });
    const both = [
      ...(demand.drivers.length > 0 ? ["drivers"] : []),
      ...DEMAND_GROWTH_NAMES.filter((name) => demand[name] !== undefined),
    ];
    if (demand.formula && both.length > 0)
      problems.add(["demand", id, "formula"], {
        code: "formula-and-drivers",
        message: "A formula replaces drivers, growth and productivity.",
        value: `formula and ${both.join(", ")}`,
        rule: "Either a formula, or drivers with growth per head and productivity.",
        fix: "Write everything into the formula, or remove it.",
      });
    if (demand.workload) validateWorkload(id, demand.workload, demand.posts !== undefined, problems);
    if (demand.funded && !demand.funded.growth === !demand.funded.posts)
      problems.add(["demand", id, "funded"], {
        code: "bad-funded",
        message: "Funded posts grow from the base or are given by year.",
        value: Object.keys(demand.funded).join(", ") || "{}",
        rule: "Exactly one of growth and posts.",
        fix: "Write { growth: 1% per year } or { posts: { 2025: 900 } }.",
      });
  }
  system.shifts.forEach((shift, i) => {
    for (const end of ["from", "to"] as const) checkKnown(["shifts", i, end], shift[end], pools, "pool", problems);
    different(["shifts", i, "to"], shift.from, shift.to, problems);
  });
  for (const id of pools) sharesOfOne(id, system, problems);
  system.substitutions.forEach((substitution, i) => {
    for (const end of ["of", "by"] as const)
      checkKnown(["substitutions", i, end], substitution[end], pools, "pool", problems);
    different(["substitutions", i, "by"], substitution.of, substitution.by, problems);
  });
}

/** Posts come from one place, and a full-time member of staff is there for some of the year. */
function validateWorkload(id: string, workload: Workload, withPosts: boolean, problems: Problems): void {
  const path = ["demand", id, "workload"];
  if (withPosts)
    problems.add(path, {
      code: "posts-and-workload",
      message: "Posts at the base date are given twice.",
      value: "posts and workload",
      rule: "Either posts, or the workload they are worked out from.",
      fix: "Remove one of them.",
    });
  const days = 52 * workload.daysPerWeek.value;
  const off = Object.values(workload.daysOff).reduce((sum, one) => sum + (one?.value ?? 0), 0);
  if (off >= days)
    problems.add([...path, "daysOff"], {
      code: "never-at-work",
      message: "A full-time member of staff would never be at work.",
      value: `${off} days off of ${days} working days`,
      rule: "Days off are working days a year, fewer than 52 weeks have.",
      fix: "Correct the days off, or daysPerWeek.",
    });
  if ((workload.support?.value ?? 0) >= 1)
    problems.add([...path, "support"], {
      code: "too-large",
      message: "No working time is left for activities.",
      value: String(workload.support?.written),
      rule: "A share of working time below 100%.",
      fix: "Correct the share.",
    });
}

/** Shares that are moved out of one pool's demand come to no more than all of it, once they are in full. */
function sharesOfOne(id: string, system: System, problems: Problems): void {
  const out = system.shifts.filter(({ from }) => from === id);
  const share = out.reduce((sum, shift) => sum + shift.share.value, 0);
  if (share > 1 + 1e-9)
    problems.add(["shifts", system.shifts.findIndex(({ from }) => from === id), "share"], {
      code: "shares-above-100",
      message: `More than all of the work of "${id}" is moved elsewhere.`,
      value: out.map(({ to, share }) => `${to}: ${share.written}`).join(", "),
      rule: "The shares of the shifts out of one pool add up to at most 100%.",
      fix: "Lower the shares.",
    });
}

function different(path: readonly PropertyKey[], one: string, other: string, problems: Problems): void {
  if (one === other)
    problems.add(path, {
      code: "same-pool",
      message: "Demand moves to another pool.",
      value: other,
      rule: "Two different pools.",
      fix: "Name another pool.",
    });
}
