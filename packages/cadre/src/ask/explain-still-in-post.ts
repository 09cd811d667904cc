import type { Result } from "../projection/result.ts";
import { writtenStep } from "./explain-input.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";
import { stillInPost } from "./still-in-post.ts";

/** The share of a pool's new staff who are still there, year by year after they joined. */
export function explainStillInPost(result: Result, pool: string, years: number, year: number): Explanation {
  const { system } = result.data.resolved;
  const { rate, rates, kind } = system.pools[pool]!.leaving;
  const after = (count: number) => stillInPost(result, { pool, years: count, year });
  const published = rate
    ? withoutValue(
        writtenStep(system, `pools.${pool}.leaving.rate`, rate, `Leaving as published: ${rate.written} (${kind})`),
      )
    : { what: `Leaving by class, ${Object.keys(rates ?? {}).join(", ")} (${kind})` };
  const counts = [...new Set([1, 2, 3, 5, 10, years])].filter((count) => count > 0 && count <= years);
  return {
    title: `Still in post at ${system.pools[pool]!.title}, ${years} years after joining, at the rates of ${year}`,
    value: after(years),
    unit: "share",
    steps: [
      published,
      {
        what: "People who leave by any cause count as gone. People who are hired by other pools or leave to train do not",
      },
      ...counts
        .sort((a, b) => a - b)
        .map((count) => ({
          what: `After ${count === 1 ? "1 year" : `${count} years`}`,
          value: after(count),
          unit: "share",
        })),
    ],
  };
}

const withoutValue = ({ value: _, unit: __, ...said }: ExplanationStep): ExplanationStep => said;
