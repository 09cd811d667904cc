import type { Intervention } from "cadre";
import type { Misfit } from "../work/fitting.ts";

/** Why an intervention is nothing for a place, in a planner's words. */
export function misfitWords({ problem }: Misfit, entry: Intervention): string {
  if (problem === undefined) return "changes nothing here";
  const { code, value = "", path = "" } = problem;
  if (code === "unknown-parameter") return missing(value);
  const change = entry.changes[Number(/changes\.(\d+)/.exec(path)?.[1] ?? 0)];
  if (code !== "empty-selection" || change?.where === undefined) return `cannot be run here (${code}: ${value})`;
  const [by = ""] = Object.entries(change.where).find(([, wanted]) => String(wanted) === value) ?? [];
  return OF[by]?.(plain(value)) ?? `no staff here are ${plain(value)}`;
}

const OF: Readonly<Record<string, (value: string) => string>> = {
  sector: (value) => `no staff here are in the sector “${value}”`,
  employer: (value) => `no staff here are of “${value}”`,
  role: (value) => `no staff here have the role “${value}”`,
  level: (value) => `no staff here are told apart as level ${value}`,
  pool: (value) => `there is no group of staff “${value}” here`,
  place: (value) => `no staff here are in “${value}”`,
  tenure: (value) => `staff are not told apart here by years in post (${value})`,
  age: (value) => `staff are not told apart here by age (${value})`,
  sex: (value) => `staff are not told apart here by sex (${value})`,
};

/** A number that a place's file lacks. */
function missing(parameter: string): string {
  const [process = "", ...rest] = parameter.split(".");
  const name = plain(rest[0] === "from" ? (rest[1] ?? "") : (rest[0] ?? ""));
  if (process === "pipelines") return `there is no course “${name}” here`;
  if (process === "labourMarkets") return `there is no labour market “${name}” here`;
  if (process === "shifts") return "no work is shifted here between groups of staff";
  if (process === "substitutions") return "no work is done here by one role for another";
  if (process === "recruitment") return `nobody is recruited here out of “${name}”`;
  return `there is no ${parameter} here`;
}

const plain = (id: string): string => id.replaceAll("-", " ");
