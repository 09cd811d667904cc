import type { Scenario } from "cadre";
import { basedOn } from "./based-on.ts";
import type { PickedIntervention } from "./intervention-bench.ts";
import { fileName } from "./save-file.ts";

/** What a scenario of the bench is made of. */
export interface OnBench {
  /** What it starts from; of its interventions those stay that are picked. */
  readonly start: Scenario;
  readonly picked: readonly PickedIntervention[];
  readonly title: string;
  /** Whether every effect is taken as it was found. */
  readonly asFound: boolean;
  /** Ids that are taken. */
  readonly others: readonly string[];
}

/** The scenario of what is picked. Its name is never that of another scenario of the place. */
export function benchScenario({ start, picked, title, asFound, others }: OnBench): Scenario {
  const { evidence: _, ...rest } = start;
  const id = fileName(title);
  return basedOn(
    { ...rest, interventions: [] },
    {
      title,
      ...(others.includes(id) && { id: `${id}-as-set` }),
      ...(asFound && { evidence: "off" as const }),
      interventions: picked.map(({ intervention }) => intervention),
      sources: Object.assign({}, ...picked.map(({ sources }) => sources)),
    },
  );
}
