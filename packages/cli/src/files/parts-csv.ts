import type { Decomposition } from "cadre";
import { csvText } from "cadre/tables";

const HEADINGS = ["what", "id", "title", "value", "alone", "standardError"] as const;

/** `parts.csv`: shares of interventions, and drivers of the gap before and after, unrounded. */
export function partsCsv({ parts, drivers, before, after }: Decomposition): string {
  const none = { id: undefined, title: undefined, alone: undefined, standardError: undefined };
  const driversOf = (what: string, those: Decomposition["drivers"]["before"]) =>
    those.map(({ id, title, value }) => ({ ...none, what, id, title, value }));
  return csvText(HEADINGS, [
    { ...none, what: "before", value: before },
    ...parts.map(({ error, ...part }) => ({ ...part, what: "intervention", standardError: error })),
    { ...none, what: "after", value: after },
    ...driversOf("driver before", drivers.before),
    ...driversOf("driver after", drivers.after),
  ]);
}
