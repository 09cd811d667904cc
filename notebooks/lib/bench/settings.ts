import type { Intervention } from "cadre";

/** What a reader has set of an intervention; what is left out stays as its entry has it. */
export interface Settings {
  /** Year it starts in. */
  readonly from?: number | undefined;
  /** Share of those it is for whom it reaches, in per cent. */
  readonly reach?: number | undefined;
  /** Size of a course beside that of the entry, in per cent. */
  readonly size?: number | undefined;
  /** End of the range of its effect that is taken for certain. */
  readonly effect?: "weak" | "strong" | undefined;
  /** Pounds a year. */
  readonly cost?: number | undefined;
}

type Change = Intervention["changes"][number];

/** The year an entry starts in, as it is written: the first of its changes. */
export function startOf({ from, changes }: Intervention, first: number): number {
  const years = changes.map((change) => change.from ?? from ?? first);
  return years.length === 0 ? (from ?? first) : Math.min(...years);
}

/** Whether an entry is courses of a stated size, which is decided rather than found out. */
export const isCourse = ({ changes }: Intervention): boolean =>
  changes.every(({ parameter, add }) => /^pipelines\..+\.intake$/.test(parameter) && typeof add === "number");

/** The starts a year of an entry that is one course, in that size. */
export const startsOf = ({ changes }: Intervention): number | undefined =>
  changes.length === 1 && typeof changes[0]?.add === "number" ? changes[0].add : undefined;

/** The two ends of the range of a change's effect; undefined where it is one number, or a distribution of another kind. */
export function rangeOf({ multiply, add }: Change): { weak: number; strong: number } | undefined {
  const effect = multiply ?? add;
  if (typeof effect !== "object" || !("p10" in effect)) return undefined;
  const none = multiply === undefined ? 0 : 1;
  const { p10, p90 } = effect;
  const [weak, strong] = Math.abs(p10 - none) > Math.abs(p90 - none) ? [p90, p10] : [p10, p90];
  return { weak, strong };
}

/** The ends of an effect's range in words, where the entry has one range: "−24%", "60 starts a year", "+2 points". */
export function rangeWords({ changes }: Intervention): { weak: string; strong: string } | undefined {
  const ranged = changes.flatMap((change) => {
    const range = rangeOf(change);
    return range ? [{ change, range }] : [];
  });
  const [one] = ranged;
  if (one === undefined) return undefined;
  if (ranged.length > 1) return { weak: "", strong: "" };
  const words = (value: number) => {
    if (one.change.multiply !== undefined) return signed(100 * (value - 1), "%");
    if (/\.intake$/.test(one.change.parameter)) return `${rounded(value)} starts a year`;
    return Math.abs(value) < 1 ? signed(100 * value, " points") : signed(value, "");
  };
  return { weak: words(one.range.weak), strong: words(one.range.strong) };
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const signed = (value: number, unit: string): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${rounded(Math.abs(value))}${unit}`;
