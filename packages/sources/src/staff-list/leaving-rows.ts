import { ageLabel, FLOW_BANDS, TENURE_BANDS, tenureLabel } from "./age-bands.ts";
import { type Band, isSmall, joinBands } from "./disclosure.ts";
import { LIST_CAUSES, type ListCause } from "./fields.ts";
import { listRate } from "./rate.ts";
import type { ShownCounts } from "./showing.ts";
import type { LeavingRow } from "./staff-pool.ts";
import type { Tally, TallyCells } from "./tally.ts";

/** Causes that are counted as one. */
type Group = readonly ListCause[];

/** Leaving rates by cause, for everybody and by age, sex and years in post. */
export function leavingRows(one: Tally, { threshold, window, sexes }: ShownCounts): LeavingRow[] {
  const leavers = (group: Group, cells: readonly TallyCells[]): number =>
    cells.reduce((sum, cell) => sum + group.reduce((all, cause) => all + one.leavers[cause].sum(cell), 0), 0);
  const rows = (
    groups: readonly Group[],
    by: LeavingRow["by"],
    name: string,
    cells: readonly TallyCells[],
  ): LeavingRow[] => {
    const personYears = cells.reduce((sum, cell) => sum + one.days.sum(cell), 0) / window.daysOfYear;
    return groups.map((group): LeavingRow => {
      const head = { cause: nameOf(group), by, group: name };
      const found = listRate(leavers(group, cells), personYears);
      if (personYears === 0) return { ...head, ...found, why: "not computable" };
      if (isSmall(found.leavers, threshold)) return { ...head, personYears, ...HIDDEN, why: "withheld" };
      return { ...head, ...found, why: undefined };
    });
  };
  /** Bands of a breakdown, with as many causes apart as leave the bands as they are with all causes together. */
  const banded = (
    by: "age" | "tenure",
    bands: readonly Band[],
    cellsOf: (band: Band) => TallyCells[],
  ): LeavingRow[] => {
    const joined = (groups: readonly Group[]): readonly Band[] =>
      joinBands(bands, (band) => groups.map((group) => leavers(group, cellsOf(band))), threshold);
    const most = joined([LIST_CAUSES]).length;
    const groups = foldUntil(one, threshold, (some) => joined(some).length >= most * KEPT);
    const label = by === "age" ? ageLabel : tenureLabel;
    return joined(groups).flatMap((band) => rows(groups, by, label(band), cellsOf(band)));
  };
  const bySex = foldUntil(one, threshold, (groups) =>
    sexes.every((sex) => groups.every((group) => !isSmall(leavers(group, [{ sex }]), threshold))),
  );
  // One sex withheld alone would follow from the other and the total.
  const hidden = sexes.some((sex) => isSmall(leavers(LIST_CAUSES, [{ sex }]), threshold));
  return [
    ...rows(
      foldUntil(one, threshold, () => true),
      "all",
      "all",
      [{}],
    ),
    ...banded("age", FLOW_BANDS, ({ from, to }) => [{ ages: [from, to] }]),
    ...(hidden ? [] : sexes.flatMap((sex) => rows(bySex, "sex", sex, [{ sex }]))),
    ...banded("tenure", TENURE_BANDS, ({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => ({ tenure: from + i })),
    ),
  ];
}

/** Causes are told apart as long as this share of the bands is left. */
const KEPT = 0.6;

const HIDDEN = { leavers: undefined, rate: undefined, low: undefined, high: undefined } as const;

const nameOf = (group: Group): string => (group === LIST_CAUSES ? "all" : group.join(" or "));

/** The groups of causes to show: the smallest cause is counted with leaving until the groups do. All together come first. */
function foldUntil(one: Tally, threshold: number, fits: (groups: readonly Group[]) => boolean): readonly Group[] {
  const count = (group: Group): number => group.reduce((sum, cause) => sum + one.leavers[cause].sum({}), 0);
  const apart = LIST_CAUSES.filter((cause) => cause !== "leaving" && count([cause]) > 0);
  if (apart.length === 0) return [LIST_CAUSES, ["leaving"]];
  apart.sort((a, b) => count([b]) - count([a]));
  for (; apart.length > 0; apart.pop()) {
    const rest = LIST_CAUSES.filter((cause) => cause === "leaving" || (!apart.includes(cause) && count([cause]) > 0));
    const groups = [LIST_CAUSES, rest, ...apart.map((cause) => [cause])];
    if (groups.every((group) => !isSmall(count(group), threshold)) && fits(groups)) return groups;
  }
  return [LIST_CAUSES];
}
