import { factsOf, SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import type { Result } from "../projection/result.ts";
import type { RateKind } from "../rates/kinds.ts";
import type { ClassRates } from "../system/schema/leaving.ts";
import type { System } from "../system/types.ts";
import type { Where } from "../table/where.ts";
import { writtenStep } from "./explain-input.ts";
import { responseSteps } from "./explain-response.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";
import { MeanHazard } from "./mean-hazard.ts";

const KINDS: Readonly<Record<RateKind, string>> = {
  "leavers-per-average-headcount": "leavers ÷ average headcount",
  "leavers-per-closing-headcount": "leavers ÷ closing headcount",
  "share-leaving-within-year": "share of those in post at the start who have gone by the end",
  "still-in-post": "share of joiners still in post",
  hazard: "leavers per person-year",
};
const UNIT = "per person-year";

/** The leaving rate of a pool: as published, after calibration, and for the cells asked for. */
export function explainLeaving(result: Result, where: Where, year: number): Explanation {
  const { system, pools, shapes, calibration } = result.data.resolved;
  const { rates } = result.data.projection;
  const mean = new MeanHazard(result, where, year);
  const { pool: p, about } = mean;
  const { id, title } = pools[p]!;
  const { stayingInSector } = system.pools[id]!.leaving;
  const now = rates[year - result.base - 1]!;
  const leaving = mean.part(now.hazards.leaving);
  const churn = now.moves.find(({ from, to }) => from === p && to === p);
  const shape = mean.part(shapes);
  const steps: ExplanationStep[] = [
    ...publishedSteps(result, p),
    { what: "Remaining for leaving, base-year mean", value: calibration[p]!.leaving, unit: UNIT },
    {
      what: "Level that gives this mean with the shapes by tenure, age and sex",
      value: calibration[p]!.scale,
      unit: UNIT,
    },
    { what: `Mean shape here${about ? ` (${about})` : ""}`, value: mean.of((c) => shape[c]!), unit: "factor" },
  ];
  if (churn && stayingInSector)
    steps.push(
      writtenStep(
        system,
        `pools.${id}.leaving.stayingInSector`,
        stayingInSector,
        "Share who go to another employer of the same pool",
      ),
      { what: "so lost to the sector", value: mean.of((c) => leaving[c]!), unit: UNIT },
    );
  steps.push(...responseSteps(result, "leaving", id, year));
  const value = mean.of((c) => leaving[c]! + (churn?.hazard[c] ?? 0));
  steps.push({ what: `Used in ${year}${about ? ` for ${about}` : ""}`, value, unit: UNIT });
  return { title: `Leaving rate of ${title}${about ? `, ${about}` : ""}, ${year}`, value, unit: UNIT, steps };
}

/** The published rate of a pool, as a hazard, and what it counts beside leaving. */
function publishedSteps(result: Result, p: number): ExplanationStep[] {
  const { system, calibration, pools } = result.data.resolved;
  const { id } = pools[p]!;
  const pool = system.pools[id]!;
  const { rate, rates, kind, scope, includes } = pool.leaving;
  const { target, scheduled, moving } = calibration[p]!;
  if (!rate) return classSteps(system, id, rates, `${KINDS[kind]}, leaving the ${scope}`);
  return [
    writtenStep(
      system,
      `pools.${id}.leaving.rate`,
      rate,
      `Published: ${rate.written}, ${KINDS[kind]}, leaving the ${scope}`,
    ),
    {
      what: `As leavers per person-year${kind === "leavers-per-closing-headcount" ? ", after the headcount's growth in that year" : ""}`,
      value: target,
      unit: UNIT,
    },
    ...SCHEDULED_CAUSES.filter((cause) => includes.includes(cause)).map((cause) => ({
      what: `of which ${factsOf(cause).doing} in the base year, by ${pool[cause]?.bySex ? "sex and age" : "age"}`,
      value: scheduled[cause],
      unit: UNIT,
    })),
    ...(moving > 0 ? [{ what: `of which moving to pools outside the ${scope}`, value: moving, unit: UNIT }] : []),
  ];
}

/** The rates by class of a pool, as they are written. */
function classSteps(system: System, id: string, rates: ClassRates | undefined, what: string): ExplanationStep[] {
  return (["byTenure", "byAge", "bySex"] as const).flatMap((by) => {
    const list = rates?.[by];
    if (!list) return [];
    return Object.entries(list.values).map(([label, value]) => ({
      ...writtenStep(system, `pools.${id}.leaving.rates.${by}.${label}`, list, `Given for ${label}: ${what}`),
      value,
      unit: "a year",
    }));
  });
}

/** Moves from a pool to others. */
export function explainMoves(result: Result, where: Where, year: number): Explanation {
  const { system, pools } = result.data.resolved;
  const { rates } = result.data.projection;
  const mean = new MeanHazard(result, where, year);
  const { pool: p } = mean;
  const moves = rates[year - result.base - 1]!.moves.filter(({ from, to }) => from === p && to !== p);
  const steps = moves.map(({ to, hazard }): ExplanationStep => {
    const given = system.moves.findIndex((move) => move.from === pools[p]!.id && move.to === pools[to]!.id);
    const { rate } = system.moves[given]!;
    const step = writtenStep(system, `moves.${given}.rate`, rate, `To ${pools[to]!.title}: ${rate.written}`);
    return { ...step, value: mean.of((c) => hazard[c]!), unit: UNIT };
  });
  if (steps.length === 0) steps.push({ what: "Nobody moves from this pool to another." });
  const value = mean.of((c) => moves.reduce((sum, { hazard }) => sum + hazard[c]!, 0));
  return { title: `Moves out of ${pools[p]!.title}, ${year}`, value, unit: UNIT, steps };
}

/** The rate of a cause that comes with a schedule by age. */
export function explainScheduled(result: Result, cause: ScheduledCause, where: Where, year: number): Explanation {
  const { system, pools } = result.data.resolved;
  const { rates } = result.data.projection;
  const mean = new MeanHazard(result, where, year);
  const { pool: p, about } = mean;
  const { id, title } = pools[p]!;
  const schedule = system.pools[id]![cause];
  const hazard = mean.part(rates[year - result.base - 1]!.hazards[cause]);
  const value = mean.of((c) => hazard[c]!);
  const steps: ExplanationStep[] = [
    schedule
      ? {
          what: `Schedule "${schedule.title}" by age, as ${KINDS[schedule.rates]}`,
          source: schedule.source
            ? (system.sources[schedule.source]?.title ?? schedule.source)
            : "assumption without a source",
          ...(schedule.note && { note: schedule.note }),
        }
      : { what: "No schedule is given: nobody leaves by this cause." },
    { what: `Mean over the person-years lived in ${year}${about ? ` (${about})` : ""}`, value, unit: UNIT },
  ];
  const name = `${factsOf(cause).title} rate of ${title}`;
  return { title: `${name}${about ? `, ${about}` : ""}, ${year}`, value, unit: UNIT, steps };
}
