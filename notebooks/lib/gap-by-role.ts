import { countText, type Table } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";

/** A column of a table of gaps: a result in a year. */
export interface RoleColumn {
  readonly head: string;
  readonly result: Result;
  readonly year: number;
}

/** The gap of each role, all employers of its sector together; roles that nobody has or needs are left out. */
export function gapByRole(columns: readonly RoleColumn[], caption: string): Table {
  const pools = columns[0]?.result.pools ?? [];
  const keyOf = ({ sector, role }: (typeof pools)[number]) => `${sector}: ${role}`;
  const roles = [...new Set(pools.map(keyOf))].map((key) => pools.filter((pool) => keyOf(pool) === key));
  const of = (role: typeof pools, measure: CountedMeasure, { result, year }: RoleColumn) =>
    role.reduce((sum, { id }) => sum + result.at({ pool: id, measure, year }), 0);
  const isThere = (role: typeof pools) =>
    columns.some((column) => of(role, "supply", column) > 0 || of(role, "demand", column) > 0);
  return {
    caption,
    columns: ["", ...columns.map(({ head }) => head)],
    rows: roles
      .filter(isThere)
      .map((role) => [capital(role[0]?.role ?? ""), ...columns.map((column) => countText(of(role, "gap", column)))]),
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
