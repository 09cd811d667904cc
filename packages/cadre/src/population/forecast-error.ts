import { tailsOf } from "../rates/history.ts";
import { parseBand } from "../table/band.ts";
import type { Unit } from "../table/quantity.ts";
import { POPULATION_SPREADS, type PopulationSpread } from "./forecast-spreads.ts";
import type { ForecastError, ForecastNumber } from "./types.ts";

/** A number of people to come as it stands in a plain run. */
export const forecastNumber = (value: number, unit: Unit, written: string): ForecastNumber => ({
  value,
  unit,
  written,
  kind: "assumption",
});

/**
 * Errors of a projection by age, none of them in a plain run: of a place or a country, with the tails of a spread that is itself
 * estimated, or with the given standard deviations ten years on.
 */
export function forecastErrors(
  spread: "place" | "country" | Readonly<Record<string, number>>,
): Readonly<Record<string, ForecastError>> {
  const isNamed = typeof spread === "string";
  const known = POPULATION_SPREADS[isNamed ? spread : "place"];
  const given: PopulationSpread["errors"] = isNamed
    ? known.errors
    : Object.fromEntries(Object.entries(spread).map(([ages, tenYears]) => [ages, { tenYears, power: 1 }]));
  return Object.fromEntries(
    Object.entries(given).map(([ages, { tenYears, power }]) => [
      ages,
      {
        ...forecastNumber(0, "share", "0%"),
        sd: isNamed ? tenYears * tailsOf(known) : tenYears,
        power,
        ...(isOld(ages) && { together: known.oldTogether }),
        ...(isNamed && { from: spreadInWords(known) }),
      },
    ]),
  );
}

/** What a default spread comes from, and between which values errors ten years on may lie. */
export function spreadInWords({ from, range: [least, most] }: PopulationSpread): string {
  const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`;
  return `The error ten years on is one of ${percent(least)} to ${percent(most)} by age and place, from ${from}.`;
}

const isOld = (ages: string): boolean => (parseBand(ages)?.from ?? 0) >= 65;
