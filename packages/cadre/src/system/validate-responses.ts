import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import type { System } from "./types.ts";

/** Checks that what recruits and leaving respond to is there, and that nothing else decides them. */
export function validateResponses(id: string, pool: Pool, system: System, problems: Problems): void {
  const { recruitment, leaving, vacancyRate } = pool;
  if (recruitment.responds && recruitment.mode === "fill")
    problems.add(["pools", id, "recruitment", "responds"], {
      code: "mode-contradiction",
      message: "A pool that fills its posts recruits what they need; its recruits do not respond to vacancies as well.",
      value: "mode: fill",
      rule: "responds belongs to mode: replace or mode: fixed.",
      fix: "Remove responds, or use another mode.",
    });
  if (leaving.responds && system.calendar.convention === "opening-stock")
    problems.add(["pools", id, "leaving", "responds"], {
      code: "response-of-probabilities",
      message: "In the opening-stock convention leaving does not respond.",
      value: "convention: opening-stock",
      rule: "A response multiplies a rate; probabilities of one year could then add up to more than 100%.",
      fix: "Use convention: continuous, or remove responds.",
    });
  const ids = Object.keys(system.pools);
  // What posts come to beside those in post is known after the base year has been worked out.
  const hasVacancies = (one: string) =>
    system.demand[one]?.posts || system.demand[one]?.workload || (system.pools[one]?.vacancyRate?.value ?? 0) > 0;
  for (const [part, responds] of Object.entries({ recruitment: recruitment.responds, leaving: leaving.responds }))
    if (responds?.to === "vacancyRate" && !(responds.of === "all" ? ids : [id]).some(hasVacancies))
      problems.add(["pools", id, part, "responds", "to"], {
        code: "no-base-vacancies",
        message: `${responds.of === "all" ? "No pool has" : `"${id}" has no`} vacancies at the base date that ${part === "leaving" ? "leaving" : "recruits"} could respond to.`,
        value: vacancyRate ? `vacancyRate: ${vacancyRate.written}` : "no vacancyRate",
        rule: "A response goes by the vacancy rate against that of the base date, which is above 0%.",
        fix: "Give the pool its vacancyRate, or write to: workload.",
      });
}
