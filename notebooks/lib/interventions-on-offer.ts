import type { Intervention, Scenario, System } from "cadre";
import { coursePriced } from "cadre/scenarios";
import { misfitWords } from "./bench/misfit-words.ts";
import { onceInACell } from "./once-in-a-cell.ts";
import { ask } from "./work/ask.ts";

/** An entry of the catalogue, with the sources it names. */
export type CatalogueEntry = Intervention & { readonly sources?: Readonly<Record<string, { readonly title: string }>> };

/** What can be done in a place, and what of the catalogue is nothing for it, with the reason. */
export interface InterventionsOnOffer {
  readonly entries: readonly CatalogueEntry[];
  readonly misfits: readonly { readonly title: string; readonly reason: string }[];
  /** Ids of what the place's plan holds, in its order. */
  readonly planned: readonly string[];
  /** Ids of courses whose price stands in the place's file. */
  readonly priced: readonly string[];
}

/** What goes on for the place that was looked at before. */
let before: AbortController | undefined;

/** The catalogue and the plan of a place, apart by what can be run there; found out in a worker. */
export async function interventionsOnOffer(
  system: System,
  nothing: Scenario,
  plan: Scenario | undefined,
  catalogue: readonly CatalogueEntry[],
): Promise<InterventionsOnOffer> {
  // What each would do in another place is no longer wanted, and this would wait for it.
  before?.abort();
  const own = (plan?.interventions ?? []).filter(({ id }) => !catalogue.some((entry) => entry.id === id));
  const all: readonly CatalogueEntry[] = [...own, ...catalogue];
  // The sources are no part of an intervention.
  const entries = all.map(({ sources: _, ...entry }) => entry);
  const found = await ask("misfits", system, { scenario: nothing, entries }, { name: "misfits" });
  return {
    entries: byEvidence(all.filter(({ id }) => !found.some((misfit) => misfit.id === id))),
    misfits: found.flatMap((misfit) => {
      const entry = all.find(({ id }) => id === misfit.id);
      return entry ? [{ title: entry.title, reason: misfitWords(misfit, entry) }] : [];
    }),
    planned: (plan?.interventions ?? []).map(({ id }) => id),
    priced: all.filter((entry) => coursePriced(system, entry)).map(({ id }) => id),
  };
}

/** The best evidence first, what nobody has measured behind what somebody has, and then by title. */
function byEvidence(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const worth = ({ evidence }: CatalogueEntry) => (evidence?.level ?? 0) - (evidence?.unknown ? 0.5 : 0);
  return [...entries].sort((one, other) => worth(other) - worth(one) || (one.title < other.title ? -1 : 1));
}

const PAUSE = 700;

/**
 * What each entry makes of the gap by itself, as it stands in the catalogue, by entry and then by group of staff; found
 * out in a worker that stops when the cell runs again.
 */
export function eachByItself(
  system: System,
  nothing: Scenario,
  { entries }: InterventionsOnOffer,
  { pools, year }: { pools: readonly string[]; year: number },
): AsyncIterator<Readonly<Record<string, readonly number[]>>> {
  const stop = new AbortController();
  before = stop;
  const bare = entries.map(({ sources: _, ...entry }) => entry);
  // What is ticked is run and drawn first.
  return onceInACell(PAUSE, stop, (signal) =>
    ask("byThemselves", system, { scenario: nothing, entries: bare, pools, year }, { signal, name: "by themselves" }),
  );
}
