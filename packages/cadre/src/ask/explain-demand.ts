import { populationIndex } from "../demand/demand.ts";
import { postsGiven } from "../demand/workload.ts";
import { DEMAND_GROWTH_NAMES, DEMAND_GROWTHS } from "../model/demand-growths.ts";
import type { Result } from "../projection/result.ts";
import type { System } from "../system/types.ts";
import { vacantOf } from "../system/vacancies.ts";
import { referenceDates } from "../table/dates.ts";
import { writtenStep } from "./explain-input.ts";
import { workloadSteps } from "./explain-workload.ts";
import type { ExplanationStep } from "./explanation.ts";

/** Less than this is rounding. */
const NOTICEABLE = 1e-6;

/** In what the posts of a pool are counted. */
const postsIn = (result: Result, pool: string): string => result.unit({ pool, measure: "demand" }).short;

/** Posts needed of a pool, from the base date to the year asked for; of a group, the posts of its pools. */
export function demandSteps(result: Result, pool: string, year: number): ExplanationStep[] {
  const [p, ...others] = result.groups.find(({ id }) => id === pool)?.pools ?? [];
  if (p === undefined) return [];
  if (others.length > 0)
    return [p, ...others].map((member) => {
      const { id, title } = result.pools[member]!;
      return { what: title, value: result.at({ pool: id, measure: "demand", year }), unit: postsIn(result, id) };
    });
  const { id } = result.pools[p]!;
  const { system, demand: paths, base } = result.data.resolved;
  const { projection } = result.data;
  const [given, demand] = [system.pools[id]!, system.demand[id]];
  const works = projection.works[p]!;
  const staff = result.at({ pool: id, measure: "supply", year: base }) - works;
  const posts = postsGiven(demand) ?? staff / (1 - vacantOf(given));
  const unit = postsIn(result, id);
  const steps = baseSteps(system, id, { what: "Staff in post at the base date", value: staff, unit });
  if (demand?.unmetNeed)
    steps.push(
      writtenStep(system, `demand.${id}.unmetNeed`, demand.unmetNeed, "Need beyond the posts at the base date"),
    );
  let need = posts * (1 + (demand?.unmetNeed?.value ?? 0));
  steps.push({ what: "Posts needed at the base date", value: need, unit });
  const row = year - base;
  const path = paths[p]![row]!;
  if (demand?.formula)
    return [
      ...steps,
      { what: `By the formula ${demand.formula.text}`, ...placed(result, `demand.${id}.formula`) },
      ...ends(result, year, path, p),
    ];
  for (const factor of factors(result, id, row)) {
    need *= factor.value ?? 1;
    steps.push(factor);
  }
  if (Math.abs(path - need) > NOTICEABLE * Math.max(1, need))
    steps.push({ what: movedWords(result, id), value: path - need, unit });
  return [...steps, ...ends(result, year, path, p)];
}

/** Where the posts of the base date come from: the work there is, a number, or the staff and their vacancies. */
function baseSteps(system: System, id: string, inPost: ExplanationStep): ExplanationStep[] {
  const [given, demand] = [system.pools[id]!, system.demand[id]];
  if (demand?.workload) return workloadSteps(system, id, demand.workload);
  if (demand?.posts)
    return [writtenStep(system, `demand.${id}.posts`, demand.posts, "Posts at the base date, as written")];
  const { vacancyRate, vacancies } = given;
  if (!vacancyRate) return [inPost];
  const rate = writtenStep(system, `pools.${id}.vacancyRate`, vacancyRate, "Vacancy rate at the base date");
  if (!vacancies?.staff) return [inPost, rate];
  return [
    inPost,
    rate,
    writtenStep(system, `pools.${id}.vacancies.staff`, vacancies.staff, "Staff that the vacancy rate divides by"),
    { what: "Share of all posts that are empty", value: vacantOf(given), unit: "share" },
  ];
}

function factors(result: Result, id: string, row: number): ExplanationStep[] {
  const { system } = result.data.resolved;
  const demand = system.demand[id];
  const dates = referenceDates(system.calendar.base, system.calendar.until);
  const drivers = (demand?.drivers ?? []).map(({ population }, i) => {
    const bands = Object.entries(population.values)
      .map(([band, weight]) => `${band} (${Math.round(weight * 100)}%)`)
      .join(", ");
    const what = `times people aged ${bands} compared with the base date`;
    const value = populationIndex(population.values, system.population, dates)[row];
    return { ...writtenStep(system, `demand.${id}.drivers.${i}.population`, population, what), value, unit: "factor" };
  });
  const growth = DEMAND_GROWTH_NAMES.flatMap((name) => {
    const quantity = demand?.[name];
    if (!quantity) return [];
    const { explained, raises } = DEMAND_GROWTHS[name];
    const what = `${explained}, ${quantity.written}, over ${row} years`;
    const value = (1 + quantity.value) ** (raises ? row : -row);
    return [{ ...writtenStep(system, `demand.${id}.${name}`, quantity, what), value, unit: "factor" }];
  });
  return [...drivers, ...growth];
}

/** What moved demand here or away, beside its own drivers. */
function movedWords(result: Result, id: string): string {
  const { shifts, substitutions } = result.data.resolved.system;
  const names = [
    ...shifts
      .filter(({ from, to }) => from === id || to === id)
      .map(({ title, from, to }) => title ?? `${from} to ${to}`),
    ...substitutions
      .filter(({ of, by }) => of === id || by === id)
      .map(({ title, of, by }) => title ?? `${of} by ${by}`),
  ];
  return names.length === 0 ? "plus what the scenario changes" : `plus what moves here, or away: ${names.join("; ")}`;
}

function ends(result: Result, year: number, path: number, p: number): ExplanationStep[] {
  const { pools, base } = result.data.resolved;
  const unit = postsIn(result, pools[p]!.id);
  const backfill = result.data.projection.backfill[(year - base) * pools.length + p]!;
  return [
    ...(backfill === 0 ? [] : [{ what: "plus posts that training adds (backfill)", value: backfill, unit }]),
    { what: `Posts needed at ${result.referenceDate} ${year}`, value: path + backfill, unit },
  ];
}

function placed(result: Result, path: string): { place?: string } {
  const { positions, file } = result.data.resolved.system.origin;
  const position = positions[path];
  return position ? { place: [file, ...position].filter((part) => part !== undefined).join(":") } : {};
}
