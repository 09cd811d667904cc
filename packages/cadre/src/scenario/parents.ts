import { CadreError } from "../error/cadre-error.ts";
import type { Document } from "../system/document.ts";
import type { Problems } from "../system/problems.ts";
import { inheritedKind } from "./kind.ts";
import type { Intervention } from "./schema/intervention.ts";
import type { Scenario } from "./schema/scenario.ts";

/** A scenario file by itself, and the names of those it extends. */
export interface OwnScenario {
  readonly scenario: Scenario;
  readonly parents: readonly string[];
  readonly document: Document;
  readonly problems: Problems;
  readonly file: string | undefined;
}

/** How many of each a scenario has from those it extends. */
export type InheritedCounts = Readonly<
  Record<"adjustments" | "assumptions" | "interventions" | "uncertainties", number>
>;

/**
 * Every scenario that one extends, directly or through others, each once and behind those it extends itself. What two
 * parents have from a third is then there once.
 */
export function parentsOf(
  own: OwnScenario,
  read: (path: string) => OwnScenario | undefined,
  names: readonly string[],
): OwnScenario[] {
  const found = new Map<string, OwnScenario>();
  const follow = (one: OwnScenario, trail: readonly string[]): void => {
    for (const id of one.parents) {
      if (trail.includes(id)) throw circle(one, id);
      if (found.has(id)) continue;
      const parent = read(`${id}.yaml`);
      if (!parent) {
        noParent(one, id, names);
        continue;
      }
      follow(parent, [...trail, id]);
      parent.problems.throwIfAny();
      found.set(id, parent);
    }
  };
  follow(own, [own.scenario.id ?? ""]);
  return [...found.values()];
}

/** Scenarios in one, the last of which has the say; an intervention stands once, as the last that has it gives it. */
export function joinedScenario(all: readonly OwnScenario[]): { scenario: Scenario; before: InheritedCounts } {
  const parents = all.slice(0, -1).map(({ scenario }) => scenario);
  const own = all.at(-1)!.scenario;
  const has = ({ interventions = [] }: Scenario, { id }: Intervention) => interventions.some((one) => one.id === id);
  const kept = parents.flatMap(({ interventions = [] }, i) =>
    interventions.filter((one) => ![...parents.slice(i + 1), own].some((later) => has(later, one))),
  );
  const inherited = {
    adjustments: parents.flatMap(({ adjustments = [] }) => adjustments),
    assumptions: parents.flatMap(({ assumptions = [] }) => assumptions),
    interventions: kept,
    uncertainties: parents.flatMap(({ uncertainties = [] }) => uncertainties),
  };
  const adjustments = [...inherited.adjustments, ...(own.adjustments ?? [])];
  const evidence = parents.findLast((parent) => parent.evidence)?.evidence;
  const kind = inheritedKind(parents);
  const notes = [...new Set(all.flatMap(({ problems }) => problems.notes))];
  return {
    scenario: {
      ...(evidence && { evidence }),
      ...(kind && { kind }),
      ...own,
      uncertainties: [...inherited.uncertainties, ...(own.uncertainties ?? [])],
      ...(adjustments.length > 0 && { adjustments }),
      assumptions: [...inherited.assumptions, ...(own.assumptions ?? [])],
      interventions: [...kept, ...(own.interventions ?? [])],
      sources: Object.assign({}, ...all.map(({ scenario }) => scenario.sources)),
      ...(notes.length > 0 && { notes }),
    },
    before: {
      adjustments: inherited.adjustments.length,
      assumptions: inherited.assumptions.length,
      interventions: kept.length,
      uncertainties: inherited.uncertainties.length,
    },
  };
}

function circle({ document, file }: OwnScenario, id: string): CadreError {
  return new CadreError({
    code: "extends-itself",
    file,
    ...document.place(["extends"]),
    path: "extends",
    message: "These scenarios extend each other in a circle.",
    value: id,
    rule: "A scenario extends others that do not lead back to it.",
    fix: "Remove one extends.",
  });
}

function noParent({ problems }: OwnScenario, id: string, known: readonly string[]): void {
  problems.add(["extends"], {
    code: "unknown-scenario",
    message: `There is no scenario "${id}" beside this one.`,
    value: id,
    rule: `A name here stands for the file ${id}.yaml in the same folder.`,
    fix: "Correct the name.",
    known,
    word: id,
  });
}
