import {
  CadreError,
  type CountedMeasure,
  type Intervention,
  type Problem,
  run,
  type Scenario,
  type System,
} from "cadre";
import type { TaskControl } from "./task-control.ts";

/** Why an intervention is nothing for a system: what is wrong with its changes, or nothing where it changes nothing. */
export interface Misfit {
  readonly id: string;
  readonly problem?: Pick<Problem, "code" | "value" | "path">;
}

const SHORT = 2;

/**
 * Which interventions a system cannot be run with, or without any difference. Two years of it are run with each from
 * the start, which says soon whether its changes select anything; only a course that then changes nothing is run to
 * the end, since it may take longer.
 */
export function misfits(system: System, scenario: Scenario, entries: readonly Intervention[]): Misfit[] {
  const { base } = system.calendar;
  const start = Number(base.slice(0, 4));
  const until = base.replace(/^\d{4}/, String(start + SHORT));
  const short = Object.freeze({ ...system, calendar: { ...system.calendar, until } });
  const now = run(short, scenario);
  let toTheEnd: Ran | undefined;
  return entries.flatMap((entry): Misfit[] => {
    const { id } = entry;
    try {
      const soon = run(short, { ...scenario, interventions: [fromStart(entry, start + 1)] });
      if (differs(now, soon)) return [];
      if (!entry.changes.some(({ parameter }) => parameter.startsWith("pipelines."))) return [{ id }];
      toTheEnd ??= run(system, scenario);
      return differs(toTheEnd, run(system, { ...scenario, interventions: [entry] })) ? [] : [{ id }];
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      return [{ id, problem: { code: error.code, value: error.value, path: error.path } }];
    }
  });
}

const fromStart = (entry: Intervention, from: number): Intervention => ({
  ...entry,
  from,
  over: 1,
  changes: entry.changes.map(({ from: _, until: _u, over: _o, ...change }) => change),
});

type Ran = ReturnType<typeof run>;
const TELLING: readonly CountedMeasure[] = ["headcount", "demand", "agency", "trainees", "cost.total"];

function differs(before: Ran, after: Ran): boolean {
  if (after.warnings.length > before.warnings.length) return true;
  return TELLING.some((measure) => {
    const [one, other] = [before, after].map((ran) => ran.series({ measure }));
    return one?.some(({ value }, i) => Math.abs(value - (other?.[i]?.value ?? 0)) > 1e-9) ?? false;
  });
}

/** What each intervention makes of the gap by itself: the difference of groups of staff in one year, by id and group. */
export async function byThemselves(
  system: System,
  { scenario, entries, pools, year }: { scenario: Scenario } & ByThemselvesQuestion,
  { signal }: Pick<TaskControl, "signal">,
): Promise<Record<string, number[]>> {
  const nothing = run(system, scenario);
  const found: Record<string, number[]> = {};
  for (const entry of entries) {
    // Lets word come through that it is no longer wanted.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) break;
    const with1 = run(system, { ...scenario, interventions: [entry] });
    const gap = (of: Ran, pool: string) => of.at({ pool, measure: "gap", year });
    found[entry.id] = pools.map((pool) => gap(with1, pool) - gap(nothing, pool));
  }
  return found;
}

/** Which interventions, for whom, in which year. */
export interface ByThemselvesQuestion {
  readonly entries: readonly Intervention[];
  readonly pools: readonly string[];
  readonly year: number;
}
