import type { System } from "cadre";
import { systemFrom } from "./arbitrary-system.ts";

/** The file of two pools alike, in care and on a ward. */
export const file = (extra: object = {}) => ({
  cadre: 1,
  id: "two",
  title: "Two pools",
  calendar: { base: "2019-03-31", until: "2025-03-31" },
  axes: { age: [20, 69], tenure: 3 },
  pools: Object.fromEntries(
    ["care", "ward"].map((id) => [
      id,
      {
        title: id,
        employer: id,
        sector: id,
        headcount: 1000,
        ages: { "20-39": "40%", "40-69": "60%" },
        leaving: { rate: "25%", kind: "leavers-per-average-headcount", scope: "employer" },
      },
    ]),
  ),
  ...extra,
});
/** Those two pools as a system. */
export const two = (): System => systemFrom({ pools: [], moves: [], stepsPerYear: 1 }, file());
/** An intervention by which a fifth fewer leave one pool. */
export const keep = (id: string, pool: string) => ({
  id,
  title: id,
  changes: [{ parameter: "leaving.rate", where: { pool }, multiply: 0.8, from: 2021 }],
});
