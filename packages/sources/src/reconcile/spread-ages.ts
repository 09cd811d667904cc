import { spreadBands } from "cadre/tables";
import { type Breakdown, entriesOf, nest } from "./breakdown.ts";
import { failReconciling } from "./space.ts";

/** Over which ages bands are spread. */
export interface SpreadOptions {
  /** The dimension that holds the bands. */
  readonly dimension?: string;
  /** The last single age, which is open where the last band is: for `50+` and 75, the ages end with `75+`. */
  readonly until: number;
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/**
 * Spreads age bands over single ages, smoothly and never below zero, every band's total kept; each combination of
 * the other dimensions by itself. Bands are labels such as `16-29`, `60` or `75+`. It is the same spreading that a
 * system's opening staff go through (`spreadBands` of `cadre`).
 *
 * @example
 * ```ts
 * import { addUp, spreadAges } from "@cadre/sources";
 * const staff = { by: ["employer", "age"], values: { Council: { "16-29": 126, "30-49": 405, "50+": 469 } } };
 * const single = spreadAges(staff, { until: 75 });
 * Object.keys(addUp(single, ["age"]).values).length; // 60: 16, 17, … 74, 75+
 * ```
 */
export function spreadAges(breakdown: Breakdown, { dimension = "age", until }: SpreadOptions): Breakdown {
  const at = breakdown.by.indexOf(dimension);
  if (at < 0)
    failReconciling({
      code: "unknown-dimension",
      message: `The figures are not broken down by "${dimension}".`,
      path: "dimension",
      value: dimension,
      rule: `They are broken down by: ${breakdown.by.join(", ") || "nothing"}.`,
      fix: "Name the dimension that holds the age bands.",
    });
  const groups = new Map<string, { labels: readonly string[]; totals: Map<string, number> }>();
  for (const [labels, value] of entriesOf(breakdown.values)) {
    const key = JSON.stringify(labels.with(at, ""));
    const group = groups.get(key) ?? { labels, totals: new Map() };
    group.totals.set(labels[at], value);
    groups.set(key, group);
  }
  const entries = [...groups.values()].flatMap(({ labels, totals }) =>
    spreadOne(totals, until, dimension).map(([age, value]) => [labels.with(at, age), value] as const),
  );
  return Object.freeze({ by: breakdown.by, values: nest(entries) });
}

function spreadOne(totals: ReadonlyMap<string, number>, until: number, dimension: string): [string, number][] {
  const bands = [...totals.keys()].map((label) => bandOf(label, dimension)).sort((a, b) => a.from - b.from);
  const last = bands[bands.length - 1]!;
  bands.forEach((band, i) => {
    const end = Math.min(band.to, until);
    if (band.from > end || (Number.isFinite(band.to) && band.to > until) || (i > 0 && bands[i - 1]!.to >= band.from))
      failReconciling({
        code: "bad-bands",
        message: `The band "${band.label}" overlaps the one before or goes beyond ${until}.`,
        path: dimension,
        value: bands.map(({ label }) => label).join(", "),
        rule: "Bands do not overlap, and all end by the last single age.",
        fix: "Set `until` to the last age of the bands or above, or correct the bands.",
      });
  });
  const from = bands[0]!.from;
  const to = Number.isFinite(last.to) ? last.to : until;
  const people = bands.map(({ label }) => totals.get(label) as number);
  const spread = spreadBands(bands, people, from, new Float64Array(to - from + 1).fill(1));
  return [...spread].map((value, i) => [from + i === until && last.to > until ? `${until}+` : String(from + i), value]);
}

function bandOf(label: string, dimension: string): Band {
  const [, from, to, open] = /^(\d{1,3})\s*(?:[-–]\s*(\d{1,3})|(\+))?$/.exec(label.trim()) ?? [];
  if (from !== undefined && Number(to ?? from) >= Number(from))
    return { from: Number(from), to: open ? Number.POSITIVE_INFINITY : Number(to ?? from), label };
  return failReconciling({
    code: "bad-bands",
    message: `"${label}" is not an age band.`,
    path: dimension,
    value: label,
    rule: "A band is an age, two ages or an open age: 60, 16-29, 75+.",
    fix: "Use these names of bands in `dimensions` and in the margins.",
  });
}
