import type { Margin } from "./breakdown.ts";
import type { Contradiction } from "./reconcile.ts";

/** Cumbria's published employers: headcount, shares by age band and of women, in percent. */
const employers = {
  "Independent sector": { heads: 14_500, ages: [9, 67, 24], women: 83 },
  "Bay Health and Care Partners": { heads: 8_754, ages: [18, 42.7, 39.3], women: 77.5 },
  "North Cumbria NHS": { heads: 7_639, ages: [14.25, 49.09, 36.66], women: 86 },
  "County Council": { heads: 2_559, ages: [12.62, 40.51, 46.87], women: 90.49 },
} as const;
const bands = ["16-29", "30-49", "50-75"];
type Employer = (typeof employers)[keyof typeof employers];

const byEmployer = <T>(figure: (employer: Employer) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(employers).map(([name, employer]) => [name, figure(employer)]));

/** The employers' ages and sexes, and the two totals that contradict them, each with its trust. */
export function cumbria(trust: { table: number; appendix: number; text: number }): Contradiction {
  const margins: Margin[] = [
    {
      source: "employer table, ages",
      by: ["employer", "age"],
      values: byEmployer(({ heads, ages }) =>
        Object.fromEntries(bands.map((band, i) => [band, (heads * ages[i]!) / 100])),
      ),
      trust: trust.table,
    },
    {
      source: "employer table, sexes",
      by: ["employer", "sex"],
      values: byEmployer(({ heads, women }) => ({
        female: (heads * women) / 100,
        male: (heads * (100 - women)) / 100,
      })),
      trust: trust.table,
    },
    { source: "appendix", by: [], values: 31_962, trust: trust.appendix },
    { source: "text", by: [], values: 31_889, trust: trust.text },
  ];
  return { dimensions: { employer: Object.keys(employers), sex: ["female", "male"], age: bands }, margins };
}
