import type { Intervention } from "cadre";
import { sizedIntervention } from "../sized.ts";
import { rangeOf, type Settings, startOf } from "./settings.ts";

/**
 * An entry of the catalogue as a reader has set it. All its years move with its start, as do its milestones. An end of
 * its range is taken as a value that is certain, which evidence goes on weakening as it does the range.
 */
export function asSet(entry: Intervention, settings: Settings, first: number): Intervention {
  const { from, reach, size, effect, cost } = settings;
  const steps: ((one: Intervention) => Intervention)[] = [
    (one) => (from === undefined ? one : moved(one, from - startOf(one, first), first)),
    (one) => (reach === undefined ? one : { ...one, reach: digits(reach / 100) }),
    (one) => (size === undefined ? one : sizedIntervention(one, size / 100)),
    (one) => (effect === undefined ? one : { ...one, changes: one.changes.map((change) => atEnd(change, effect)) }),
    (one) => (cost === undefined ? one : { ...one, cost: { perYear: cost, note: "Set by the reader." } }),
  ];
  return steps.reduce((one, step) => step(one), entry);
}

function moved(entry: Intervention, by: number, first: number): Intervention {
  const { from = startOf(entry, first), until, changes, milestones } = entry;
  const later = (year: number) => year + by;
  return {
    ...entry,
    from: later(from),
    ...(until !== undefined && { until: later(until) }),
    changes: changes.map((change) => ({
      ...change,
      ...(change.from !== undefined && { from: later(change.from) }),
      ...(change.until !== undefined && { until: later(change.until) }),
    })),
    ...(milestones && {
      milestones: milestones.map(({ date, measure }) => ({
        date: date.replace(/^\d{4}/, (year) => String(later(Number(year)))),
        measure,
      })),
    }),
  };
}

type Change = Intervention["changes"][number];

function atEnd(change: Change, end: "weak" | "strong"): Change {
  const range = rangeOf(change);
  if (range === undefined) return change;
  const certain = { discrete: [{ value: range[end], share: 1 }] };
  return { ...change, ...(change.multiply === undefined ? { add: certain } : { multiply: certain }) };
}

/** Without the digits that only a computer sees, since the scenario may be saved and read. */
const digits = (value: number): number => Math.round(value * 1e8) / 1e8;
