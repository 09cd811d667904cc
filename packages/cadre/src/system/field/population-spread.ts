import * as z from "zod";
import { NUMBER_RULES } from "../../model/rules.ts";
import { SPREADS, type SpreadOf } from "../../rates/historic-rate.ts";
import { orderBands, parseBand } from "../../table/band.ts";
import { readNumber } from "./number.ts";
import { isRecord, reporter, showValue } from "./problem.ts";
import { PLAIN_SCHEMA } from "./quantity.ts";

/** Whose people they are, or how far off they may be ten years on, by age. */
export type PopulationSpreadGiven = SpreadOf | Readonly<Record<string, number>>;

const EXAMPLE = '{ "0-15": 3%, "16-64": 4%, "65+": 3% }';

/** How uncertain people to come are: those of a place or a country, or a standard deviation for each group of ages. */
export function populationSpread() {
  return z
    .any()
    .meta({
      description:
        "How uncertain the future population is: as that of a place or a country, or the standard deviation of the error after ten years, by age",
      anyOf: [{ enum: SPREADS }, { type: "object", additionalProperties: PLAIN_SCHEMA }],
    })
    .transform((raw, context): PopulationSpreadGiven => {
      const report = reporter(context);
      const named = SPREADS.find((one) => one === raw);
      if (named) return named;
      const found: Record<string, number> = {};
      const bands = isRecord(raw) ? Object.keys(raw).flatMap((label) => parseBand(label) ?? []) : [];
      const { ordered, overlap } = orderBands(bands);
      const joined = ordered.every((band, i) => band.from === (i === 0 ? 0 : ordered[i - 1]!.to + 1));
      const whole = joined && ordered.at(-1)?.to === Number.POSITIVE_INFINITY;
      if (!isRecord(raw) || overlap || !whole || bands.length < Object.keys(raw).length)
        report({
          code: "bad-spread",
          message: "This is not a spread of a population.",
          value: showValue(raw),
          rule: `place or country, or a standard deviation for each group of ages, which together hold everybody, such as ${EXAMPLE}.`,
          fix: "Write spread: place.",
          ...(typeof raw === "string" && { known: SPREADS, word: raw }),
        });
      else
        for (const [ages, share] of Object.entries(raw))
          found[ages] = readNumber(share, NUMBER_RULES.SHARE, (problem) => report(problem, [ages])) ?? 0;
      return found;
    });
}
