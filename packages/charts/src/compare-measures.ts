import { gapWords } from "./balance.ts";
import { percent, whole } from "./number.ts";

/** How a measure is spoken of: its name, its unit, and its numbers in the size they are drawn in. */
export interface Spoken {
  /** "Gap", "Cost of agency staff". */
  name: string;
  /** "full-time equivalents (FTE)", "£ thousand". */
  unit: string;
  /** What a value is divided by before it is drawn and written. */
  per: number;
  /** A value, already divided, as text: "1,234", "8%". */
  text(value: number): string;
  /** With its unit: "1,234 FTE short", "£12 million". */
  words(value: number): string;
}

const NAMES: Readonly<Record<string, string>> = {
  gap: "Gap",
  supply: "Staff in post",
  demand: "Posts needed",
  funded: "Posts paid for",
  agency: "Agency staff",
  headcount: "People in post",
  vacancyRate: "Vacancy rate",
  "leaving.rate": "Leaving rate",
  trainees: "People in training",
  leavers: "People who leave",
  joiners: "People who join",
  "cost.pay": "Cost of pay",
  "cost.agency": "Cost of agency staff",
  "cost.leavers": "Cost of leavers",
  "cost.recruits": "Cost of recruits",
  "cost.training": "Cost of training",
  "cost.interventions": "Cost of interventions",
  "cost.total": "All costs",
  "cost.discounted": "All costs, discounted",
};
const FTE = ["supply", "demand", "funded", "agency"];

/** How to speak of a measure whose values have these sizes. */
export function spoken(measure: string, values: readonly number[]): Spoken {
  const name = NAMES[measure] ?? measure;
  const plain = { name, per: 1, text: whole };
  if (measure === "gap") {
    const words = (value: number) => gapWords(value).replace(/^([\d,]+)/, "$1 FTE");
    return { ...plain, unit: "full-time equivalents (FTE)", words };
  }
  if (FTE.includes(measure))
    return { ...plain, unit: "full-time equivalents (FTE)", words: (value) => `${whole(value)} FTE` };
  if (measure === "vacancyRate")
    return { name, unit: "per cent of posts", per: 0.01, text: (value) => percent(value / 100), words: percentWords };
  if (measure === "leaving.rate")
    return { name, unit: "per cent a year", per: 0.01, text: (value) => percent(value / 100), words: percentWords };
  if (!measure.startsWith("cost.")) return { ...plain, unit: "people", words: whole };
  const largest = Math.max(0, ...values.map(Math.abs));
  const [per, size] = largest >= 2e7 ? [1e6, "million"] : largest >= 2e4 ? [1e3, "thousand"] : [1, ""];
  const unit = size === "" ? "£" : `£ ${size}`;
  const words = (value: number) =>
    value === 0 ? "£0" : `${value < 0 ? "−" : ""}£${whole(Math.abs(value))}${size && ` ${size}`}`;
  return { ...plain, per, unit, words };
}

const percentWords = (value: number): string => percent(value / 100);
