import type { Resolved } from "../plan/resolved.ts";

/** A pool, or pools taken together. */
export interface Group {
  /** A pool's id, `all`, `sector:…`, `employer:…`, `level:…` or `pipeline:…`. */
  readonly id: string;
  readonly title: string;
  /** Indices into the result's pools. */
  readonly pools: readonly number[];
  /** Indices into the system's pipelines: all of them for `all`, one for a `pipeline:…`. */
  readonly courses: readonly number[];
}

/** Every pool, then all of them, then each sector, employer and level in the order they first appear, then pipelines. */
export function groupsOf({ pools, joiners, system }: Resolved): Group[] {
  const by = (key: "sector" | "employer" | "level"): Group[] =>
    [...new Set(pools.map((pool) => pool[key]))]
      .filter((name) => name !== undefined)
      .map((name) => ({
        id: `${key}:${name}`,
        title: key === "level" ? (system.levels[name] ?? `Level ${name}`) : String(name),
        pools: pools.flatMap((pool, p) => (pool[key] === name ? [p] : [])),
        courses: [],
      }));
  return [
    ...pools.map(({ id, title }, p) => ({ id, title, pools: [p], courses: [] })),
    { id: "all", title: "All staff", pools: pools.map((_, p) => p), courses: joiners.courses.map((_, c) => c) },
    ...by("sector"),
    ...by("employer"),
    ...by("level").sort((a, b) => Number(a.id.slice(6)) - Number(b.id.slice(6))),
    ...joiners.courses.map(({ id, title }, c) => ({ id: `pipeline:${id}`, title, pools: [], courses: [c] })),
  ];
}
