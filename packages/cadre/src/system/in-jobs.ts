import type { Unit } from "../table/quantity.ts";
import { isNumberHolder } from "./numbers.ts";

/** What staff and posts are counted in where they are jobs, by what they are counted in otherwise. */
const IN_JOBS: Readonly<Partial<Record<Unit, Unit>>> = {
  heads: "jobs",
  FTE: "jobs",
  "heads per year": "jobs per year",
};

/** A part of a system that counts jobs: its numbers of staff and posts say so. */
export function inJobs<T>(part: T): T {
  return counted(part) as T;
}

function counted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(counted);
  if (typeof value !== "object" || value === null) return value;
  if (isNumberHolder(value) && "unit" in value) return { ...value, unit: IN_JOBS[value.unit as Unit] ?? value.unit };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, counted(one)]));
}
