import { slug } from "../slug.ts";
import type { PoolWords } from "./assignment.ts";
import { OTHER_POOL } from "./small-pools.ts";

/** What a pool is called in a system file. */
export interface NamedPool {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly role: string;
}

/** Ids that a system file accepts, made from the titles and different from each other. */
export function poolIds(
  pools: readonly string[],
  words: ReadonlyMap<string, PoolWords>,
  employer: string,
): Map<string, NamedPool> {
  const ids = new Map<string, NamedPool>();
  const taken = new Set<string>(["all"]);
  for (const pool of [...pools].sort()) {
    const { title, role, employer: own } = words.get(pool) ?? { title: "Other staff", role: "other staff", employer };
    const made = slug(title);
    const base = /^[a-z]/.test(made) ? made : `pool-${made}`.replace(/-$/, "");
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    ids.set(pool, { id, title, role, employer: pool === OTHER_POOL ? "Several employers" : own });
  }
  return ids;
}
