import type { Ensemble, Result, Scenario } from "cadre";
import { openEnsemble } from "cadre/uncertainty";
import { basedOn } from "./based-on.ts";

/**
 * A scenario that also costs so many pounds a year from the year its first action begins: what a reader sets where no
 * price is published. Costing nothing more, it is the scenario itself.
 */
export function pricedScenario(scenario: Scenario, perYear: number, title: string): Scenario {
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

/**
 * Draws of a scenario under the name of the same with a price: a price moves nobody, so that they are the same draws. Draws
 * that keep sums of money would not be.
 */
export function pricedDraws(drawn: Ensemble, priced: Result): Ensemble {
  if (drawn.measures.some((measure) => measure.startsWith("cost."))) return drawn;
  return openEnsemble({ ...drawn.data, central: priced.data });
}
