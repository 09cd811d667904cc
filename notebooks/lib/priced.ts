import type { Scenario } from "cadre";
import { basedOn } from "./based-on.ts";

/**
 * A scenario that also costs so many pounds a year from the year its first action begins: what a reader sets where no
 * price is published. Costing nothing more, it is the scenario itself.
 */
export function priced(scenario: Scenario, perYear: number, title: string): Scenario {
  if (perYear === 0) return scenario;
  const starts = (scenario.interventions ?? []).flatMap(({ from }) => from ?? []);
  return basedOn(scenario, {
    title,
    interventions: [
      {
        id: "price-set-by-the-reader",
        title: "What the actions cost, as set by the reader",
        changes: [],
        ...(starts.length > 0 && { from: Math.min(...starts) }),
        cost: { perYear, note: "An assumption; no price is published." },
      },
    ],
  });
}
