import type { Scenario, System } from "cadre";
import { assumedPrices } from "cadre/decide";
import { wrappedText } from "./text/columns.ts";

/** What the option says. */
export const ASSUMED_PRICES = "use the price that the catalogue assumes for interventions without a price";

/** Gives scenarios assumed prices when they are asked for, and remembers what they were assumed for. */
export class AssumedPrices {
  private readonly assume: boolean;
  private readonly named = new Set<string>();

  constructor(assume = false) {
    this.assume = assume;
  }

  /** A scenario before it is run. */
  readonly ready = (system: System, scenario: Scenario): Scenario => {
    if (!this.assume) return scenario;
    const { scenario: priced, assumed } = assumedPrices(system, scenario);
    for (const title of assumed) this.named.add(title);
    return priced;
  };

  /** Which prices nobody has published. */
  words(): string[] {
    const { named } = this;
    if (named.size === 0) return [];
    return ["", wrappedText(`Prices that are assumptions of the catalogue, not published: ${[...named].join("; ")}.`)];
  }
}
