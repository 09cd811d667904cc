import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { type Pipeline, pipeline } from "../system/schema/pipeline.ts";
import type { System } from "../system/types.ts";

/** A course that an intervention brought, and for whom. */
interface Brought {
  readonly for: string;
  readonly course: Pipeline;
  readonly lasts: string;
}

/**
 * The system with the courses that a scenario's interventions bring because it lacks them; the same system when it lacks
 * none. A course that nobody of this system could join is not brought, and the change of it is refused as unknown.
 */
export function withBroughtCourses(system: System, scenario: Scenario): System {
  const wanted = (scenario.interventions ?? []).flatMap(({ title, brings = {} }) =>
    Object.entries(brings)
      .filter(
        ([id, { joins }]) => !Object.hasOwn(system.pipelines, id) && Object.keys(inPools(system, joins)).length > 0,
      )
      .map(([id, course]) => ({ id, course, title })),
  );
  if (wanted.length === 0) return system;
  const key = JSON.stringify(wanted);
  const known = made.get(system) ?? new Map<string, System>();
  const found = known.get(key) ?? bring(system, scenario, wanted);
  if (known.size < MOST_KEPT) made.set(system, known.set(key, found));
  return found;
}

/** What a planner has to know of the courses that were brought. */
export const warningsOfBrought = (system: System): string[] =>
  [...(broughtTo.get(system) ?? [])].map(([id, { for: title, course, lasts }]) => {
    const joins = Object.entries(course.joins.values).map(
      ([pool, share]) => `${percent(share)} of them join ${system.pools[pool]!.title}`,
    );
    return `"${title}" needs a course that the system lacks. It is assumed: ${lasts}, ${percent(course.completion.value)} finish, ${joins.join(", ")}. Write it under pipelines as ${id}, with numbers of your own.`;
  });

/** Scenarios of one system that bring courses; those of a search for a plan are many. */
const MOST_KEPT = 64;

const made = new WeakMap<System, Map<string, System>>();
const broughtTo = new WeakMap<System, ReadonlyMap<string, Brought>>();

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

type Course = NonNullable<Intervention["brings"]>[string];

function bring(
  given: System,
  scenario: Scenario,
  wanted: readonly { readonly id: string; readonly course: Course; readonly title: string }[],
): System {
  const brought = new Map<string, Brought>();
  // Two that bring the same course teach it together; the first one says how.
  for (const { id, course, title } of wanted)
    if (!brought.has(id)) brought.set(id, { for: title, course: asPipeline(given, course), lasts: course.lasts });
  const pipelines = {
    ...given.pipelines,
    ...Object.fromEntries([...brought].map(([id, { course }]) => [id, course])),
  };
  const system = Object.freeze({ ...given, pipelines, sources: { ...scenario.sources, ...given.sources } });
  broughtTo.set(system, brought);
  return system;
}

/** A course as a system file would have it: nobody starts but those whom the intervention adds. */
function asPipeline(
  system: System,
  { title, month, entrants, ages, lasts, completion, joins, ...from }: Course,
): Pipeline {
  const assumed = (value: unknown) => ({ value, kind: "assumption", quality: "assumed", ...from });
  const sources = inPools(system, entrants ?? {});
  const year = system.calendar.base.slice(0, 4);
  return pipeline.parse({
    ...{ title, month, lasts },
    intake: { value: { [year]: 0 }, kind: "lever", quality: "assumed", note: "Nobody but those whom a scenario adds." },
    entrants: assumed(written({ ...sources, community: 1 - sum(sources) })),
    ...(ages && system.axes.ageMin < system.axes.ageMax && { ages: assumed(written(ages)) }),
    completion: assumed(completion),
    joins: assumed(written(inPools(system, joins))),
  });
}

/** Shares as the reader of files takes them: with their sign. */
const written = (shares: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(shares)
      .filter(([, share]) => share > 0)
      .map(([label, share]) => [label, `${(100 * share).toFixed(6)}%`]),
  );

const sum = (shares: Readonly<Record<string, number>>) => Object.values(shares).reduce((all, share) => all + share, 0);

/** Shares by sector as shares by pool, within a sector by headcount; what belongs to no pool is left out. */
function inPools({ pools }: System, shares: Readonly<Record<string, number>>): Record<string, number> {
  const all = Object.entries(pools);
  return Object.fromEntries(
    Object.entries(shares).flatMap(([sector, share]) => {
      const own = all.filter(([, pool]) => pool.sector === sector);
      const people = own.reduce((heads, [, { headcount }]) => heads + headcount.value, 0);
      return people > 0 ? own.map(([id, { headcount }]) => [id, (share * headcount.value) / people] as const) : [];
    }),
  );
}
