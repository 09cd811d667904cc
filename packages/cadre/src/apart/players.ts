import { plainChanges } from "../scenario/adjusted.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";

/** One of the things in which two scenarios differ; a difference is shared out among them. */
export interface Player {
  /** The id of an intervention, `assumptions` or `evidence`. */
  readonly id: string;
  readonly title: string;
  readonly kind: "assumptions" | "evidence" | "intervention";
}

/**
 * In what two scenarios differ: their assumptions, whether evidence weakens effects, and each intervention that only one
 * of them has or that is not the same in both.
 */
export function playersOf(a: Scenario, b: Scenario): Player[] {
  const [before, after] = [byId(a), byId(b)];
  const interventions = [...new Set([...after.keys(), ...before.keys()])].flatMap((id): Player[] => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old && now && work(old) === work(now)) return [];
    // In front, where a title that is cut to a width still says it.
    const title = `${old ? (now ? "Changed: " : "Without: ") : ""}${(now ?? old)?.title}`;
    return [{ id, title, kind: "intervention" }];
  });
  return [
    ...(canonical(plainChanges(a)) === canonical(plainChanges(b))
      ? []
      : [{ id: "assumptions", title: "Assumptions", ...ASSUMED }]),
    ...(mode(a) === mode(b) ? [] : [{ id: "evidence", title: `Evidence switched ${mode(b)}`, ...EVIDENCE }]),
    ...interventions,
  ];
}

const ASSUMED = { kind: "assumptions" } as const;
const EVIDENCE = { kind: "evidence" } as const;

/** The first scenario with some of what makes the second. */
export function scenarioBetween(
  a: Scenario,
  b: Scenario,
  players: readonly Player[],
  chosen: readonly boolean[],
): Scenario {
  const [before, after] = [byId(a), byId(b)];
  // What does not differ is taken from the second.
  const from = (kind: Player["kind"], id: string): boolean =>
    players.every((player, i) => player.kind !== kind || player.id !== id || chosen[i]);
  const { adjustments = [], changes = [], assumptions = [] } = from("assumptions", "assumptions") ? b : a;
  return {
    ...b,
    adjustments,
    changes,
    assumptions,
    evidence: mode(from("evidence", "evidence") ? b : a),
    interventions: [...new Set([...after.keys(), ...before.keys()])].flatMap(
      (id) => (from("intervention", id) ? after : before).get(id) ?? [],
    ),
  };
}

const byId = ({ interventions = [] }: Scenario) => new Map(interventions.map((one) => [one.id, one]));
const mode = ({ evidence = "on" }: Scenario) => evidence;

/** What of an intervention bears on numbers, as a text that is the same for the same. */
const work = ({ changes, reach = 1, evidence, from, until, over, cost, mechanism }: Intervention): string =>
  canonical({ changes, reach, level: evidence?.level, from, until, over, cost, mechanism });

/** JSON with the keys in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
