import type { PoolInfo } from "../resolve/resolved.ts";

/** A pool, or pools taken together. */
export interface Group {
  /** A pool's id, `all`, `sector:…` or `employer:…`. */
  readonly id: string;
  readonly title: string;
  /** Indices into the result's pools. */
  readonly pools: readonly number[];
}

/** Every pool, then all of them, then each sector and each employer in the order they first appear. */
export function groupsOf(pools: readonly PoolInfo[]): Group[] {
  const by = (key: "sector" | "employer"): Group[] =>
    [...new Set(pools.map((pool) => pool[key]))].map((name) => ({
      id: `${key}:${name}`,
      title: name,
      pools: pools.flatMap((pool, p) => (pool[key] === name ? [p] : [])),
    }));
  return [
    ...pools.map(({ id, title }, p) => ({ id, title, pools: [p] })),
    { id: "all", title: "All staff", pools: pools.map((_, p) => p) },
    ...by("sector"),
    ...by("employer"),
  ];
}
