import type { Result, System } from "cadre";
import { type Signpost, signposts, stress } from "cadre/decide";
import { startWorkers } from "cadre/node";
import { planOf } from "cadre/results";

/** What is asked about a plan: how sure it is, and when another plan is better. */
interface Asked {
  readonly pool: string;
  readonly year: number;
  /** The gap up to which the aim is met; without one nothing can break the plan. */
  readonly target?: number | undefined;
  readonly draws: number;
  readonly seed: number;
  readonly progress: (text: string) => void;
}

/** What would break the plan of a board pack, and when to look again. Nothing where there is no plan. */
export async function boardDecision(
  system: System,
  results: readonly Result[],
  { pool, year, target, draws, seed, progress }: Asked,
): Promise<{ readonly breaks?: string; readonly signposts?: readonly Signpost[] }> {
  const plan = planOf(results);
  if (plan?.kind !== "plan") return {};
  const others = results.filter((one) => one !== plan && (one === results[0] || one.kind === "plan"));
  const scenarios = [plan, ...others].map(({ data }) => data.resolved.scenario);
  const workers = startWorkers();
  const making = { draws, seed, workers };
  try {
    const rows = await signposts(system, scenarios, {
      ...making,
      progress: (done, all) => progress(`Looking for when another plan is better: draw ${done} of ${all} …`),
    });
    if (target === undefined) return { signposts: rows };
    const { plans } = await stress(system, scenarios.slice(0, 2), {
      ...making,
      target: { pool, year, atMost: target },
      progress: (done, all) => progress(`Looking for what would break the plan: draw ${done} of ${all} …`),
    });
    return { signposts: rows, breaks: breakWords(plans[0]?.meets ?? 0, plans[0]?.breaks?.words) };
  } finally {
    await workers.close();
  }
}

function breakWords(meets: number, words: string | undefined): string {
  if (meets === 1) return "nothing that is known to be uncertain; the target is met in every draw";
  if (meets === 0) return "the target is missed in every draw, so that no number in particular breaks it";
  return words ?? "no two or three numbers by themselves; the draws that miss the target have no simple pattern";
}
