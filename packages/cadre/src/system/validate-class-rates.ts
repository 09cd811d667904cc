import type { Problems } from "./problems.ts";
import type { PoolLeaving } from "./schema/leaving.ts";
import type { System } from "./types.ts";
import { sharesWithinYear } from "./validate-leaving.ts";
import { coversAxis, validateAges, validateSexes, validateTenures } from "./validate-lists.ts";

const KINDS: readonly PoolLeaving["kind"][] = ["hazard", "share-leaving-within-year"];

/** Checks that a pool gives either one leaving rate, or rates by one class of its staff. */
export function validateClassRates(
  leaving: PoolLeaving,
  path: readonly PropertyKey[],
  system: System,
  ageless: boolean,
  problems: Problems,
): void {
  const { rate, rates, kind, includes, byTenure, byAge, bySex } = leaving;
  if (!rates) {
    if (!rate)
      problems.add(path, {
        code: "missing-key",
        message: "The leaving rate is missing.",
        value: "(nothing)",
        rule: "One rate for all staff (rate), or rates by length of service, age or sex (rates).",
        fix: 'Add rate: 30%, or rates: { byTenure: { "0": 25%, "1+": 10% } }.',
      });
    return;
  }
  const bad = (at: readonly PropertyKey[], message: string, value: string, rule: string, fix: string) =>
    problems.add([...path, ...at], { code: "bad-class-rates", message, value, rule, fix });
  const lists = Object.entries(rates).flatMap(([by, list]) => (list ? [by] : []));
  if (rate)
    bad(
      ["rates"],
      "A rate for all staff and rates by class are both given.",
      `rate: ${rate.written}, rates: ${lists.join(", ")}`,
      "One or the other: byTenure, byAge and bySex beside rate are proportions under it; in rates they are the rates themselves.",
      "Remove rate, or move the lists out of rates and write proportions.",
    );
  if (lists.length !== 1)
    bad(
      ["rates"],
      "Rates by class come in one list.",
      lists.join(", ") || "{}",
      "One of byTenure, byAge and bySex: a person has one rate of leaving.",
      "Keep one list; or give one rate for all, and proportions byTenure, byAge and bySex beside it.",
    );
  const shapes = Object.entries({ byTenure, byAge, bySex }).flatMap(([by, list]) => (list ? [by] : []));
  if (shapes.length > 0)
    bad(
      shapes.slice(0, 1),
      "Proportions need a rate for all staff that sets their level.",
      shapes.join(", "),
      "Rates by class stand by themselves.",
      "Remove the proportions, or give one rate for all.",
    );
  if (!KINDS.includes(kind))
    bad(
      ["kind"],
      "Rates by class cannot be of this kind.",
      `kind: ${kind}`,
      `Rates by class are ${KINDS.join(" or ")}.`,
      "Write kind: hazard for leavers ÷ average headcount of a class, or kind: share-leaving-within-year.",
    );
  if (includes.length > 0)
    bad(
      ["includes"],
      "Rates by class count leaving alone.",
      includes.join(", "),
      "Retirement and death are causes of their own beside them.",
      "Remove includes, and take retirements and deaths out of the rates; or give one rate for all.",
    );
  if (rates.byTenure) validateTenures(rates.byTenure, [...path, "rates", "byTenure"], system, problems);
  validateSexes(rates.bySex, [...path, "rates", "bySex"], system, problems);
  if (rates.byAge) {
    validateAges(rates.byAge, [...path, "rates", "byAge"], system, ageless, problems);
    if (!ageless) coversAxis(rates.byAge, [...path, "rates", "byAge"], "leaving rate", system, problems);
  }
  for (const by of ["byTenure", "byAge", "bySex"] as const)
    if (rates[by]) sharesWithinYear(kind, rates[by].values, [...path, "rates", by], system, problems);
}
