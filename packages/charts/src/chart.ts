import type { TopLevelSpec } from "vega-lite";
import type { Table } from "./table.ts";

type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;

/** One layer of a Vega-Lite specification: marks with their own data. */
export type Layer = LayeredSpec["layer"][number];

/** What travels with a chart besides the picture, all made from the same rounded numbers. */
export interface ChartNotes {
  /** The finding, as one sentence; the picture shows it wrapped to its width. */
  title: string;
  /** Measure, unit, date and scenario, as one sentence. */
  subtitle: string;
  /** The sources of the figures; the picture may show it shortened, this one is whole. */
  source: string;
  /** The numbers of the picture. */
  table: Table;
  /** Pixels taken by the words above and below the picture, so that a page can set them as text instead. */
  words: { above: number; below: number };
}

/**
 * A chart: a plain Vega-Lite 6 specification with the alternative text as its `description` and the title, source and
 * table in `usermeta.cadre`. Nothing in it needs a network, and it can be stored as JSON.
 */
export type Chart = Omit<LayeredSpec, "description" | "width" | "height" | "padding" | "usermeta"> & {
  description: string;
  width: number;
  height: number;
  padding: { left: number; top: number; right: number; bottom: number };
  usermeta: { cadre: ChartNotes };
};
