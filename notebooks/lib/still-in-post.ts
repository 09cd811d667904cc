import { type Chart, sourceLine } from "@cadre/charts";
import type { Result } from "cadre";
import { stillInPost } from "cadre/results";
import { stayLines } from "./charts/stay-lines.ts";

/** How long recruits stay, a line for each of some pools, at the rates of a model year. */
export function stayChart(
  result: Result,
  { pools, year, width }: { pools: readonly { pool: string; name: string }[]; year: number; width?: number },
): Chart {
  const groups = pools.map(({ pool, name }) => ({
    name,
    shares: [1, ...[1, 2, 3, 4, 5].map((years) => stillInPost(result, { pool, years, year }))],
  }));
  const after3 = groups.map(({ name, shares }) => `${Math.round((shares[3] ?? 0) * 100)}% ${name}`);
  return stayLines(groups, {
    title: `After three years ${after3.join(", ")} are still in the same post`,
    subtitle: `Share of recruits in the post they joined, by how they were found. Scenario: ${result.title}.`,
    source: sourceLine(result),
    ...(width !== undefined && { width }),
  });
}

/** Share of a pool's recruits who are still in their post after so many years. */
export const stillThere = stillInPost;
