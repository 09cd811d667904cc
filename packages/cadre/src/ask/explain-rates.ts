import { populationIndex } from "../demand/demand.ts";
import type { Result } from "../projection/result.ts";
import type { RateKind } from "../rates/kinds.ts";
import { cellsOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import { cellMask, type Where } from "../table/where.ts";
import type { Explanation, ExplanationStep } from "./explain.ts";
import { writtenStep } from "./explain-input.ts";

const KINDS: Readonly<Record<RateKind, string>> = {
  "leavers-per-average-headcount": "leavers ÷ average headcount",
  "leavers-per-closing-headcount": "leavers ÷ closing headcount",
  "share-leaving-within-year": "share of those in post at the start who have gone by the end",
  "still-in-post": "share of joiners still in post",
  hazard: "leavers per person-year",
};
const UNIT = "per person-year";

/** A rate of leaving, retiring, dying or moving: as published, after calibration, and for the cells asked for. */
export function explainLeaving(result: Result, parameter: string, where: Where, year: number): Explanation {
  const { system, calibration, pools, rates } = result.data.resolved;
  const p = pools.findIndex(({ id }) => id === where.pool);
  const pool = system.pools[pools[p]!.id]!;
  const found = calibration[p]!;
  const cells = cellsOf(system.axes);
  const mask = cellMask(system.axes, where) ?? new Uint8Array(cells).fill(1);
  const now = rates[year - result.base - 1]!;
  const lived = result.data.projection.personYears.subarray(
    ((year - result.base - 1) * pools.length + p) * cells,
    ((year - result.base - 1) * pools.length + p + 1) * cells,
  );
  const mean = (hazard: (c: number) => number): number => {
    let [flow, years, plain, count] = [0, 0, 0, 0];
    for (let c = 0; c < cells; c++) {
      if (!mask[c]) continue;
      flow += hazard(c) * lived[c]!;
      years += lived[c]!;
      plain += hazard(c);
      count++;
    }
    return years > 0 ? flow / years : count > 0 ? plain / count : 0;
  };
  const moves = now.moves.filter(({ from }) => from === p);
  const churn = moves.find(({ to }) => to === p);
  const steps: ExplanationStep[] = [];
  const about = [where.sex, where.age && `age ${where.age}`, where.tenure && `tenure ${where.tenure}`]
    .filter(Boolean)
    .join(", ");

  if (parameter === "leaving.rate") {
    const { rate, kind, scope, includes } = pool.leaving;
    steps.push(
      writtenStep(
        system,
        `pools.${pools[p]!.id}.leaving.rate`,
        rate,
        `Published: ${rate.written}, ${KINDS[kind]}, leaving the ${scope}`,
      ),
      {
        what: `As leavers per person-year${kind === "leavers-per-closing-headcount" ? ", after the headcount's growth in that year" : ""}`,
        value: found.target,
        unit: UNIT,
      },
    );
    if (includes.includes("retirement"))
      steps.push({ what: "of which retiring in the base year, by age", value: found.retirement, unit: UNIT });
    if (includes.includes("death"))
      steps.push({ what: "of which dying in the base year, by sex and age", value: found.death, unit: UNIT });
    if (found.moving > 0)
      steps.push({ what: `of which moving to pools outside the ${scope}`, value: found.moving, unit: UNIT });
    steps.push(
      { what: "Left for leaving, base-year mean", value: found.leaving, unit: UNIT },
      { what: "Level that gives this mean with the shapes by tenure, age and sex", value: found.scale, unit: UNIT },
      {
        what: `Mean shape here${about ? ` (${about})` : ""}`,
        value: mean((c) => result.data.resolved.shapes[p * cells + c]!),
        unit: "factor",
      },
    );
    const total = mean((c) => now.leaving[p * cells + c]! + (churn?.hazard[c] ?? 0));
    if (churn && pool.leaving.stayingInSector)
      steps.push(
        writtenStep(
          system,
          `pools.${pools[p]!.id}.leaving.stayingInSector`,
          pool.leaving.stayingInSector,
          "Share who go to another employer of the same pool",
        ),
        { what: "so lost to the sector", value: mean((c) => now.leaving[p * cells + c]!), unit: UNIT },
      );
    steps.push({ what: `Used in ${year}${about ? ` for ${about}` : ""}`, value: total, unit: UNIT });
    return {
      title: `Leaving rate of ${pool.title}${about ? `, ${about}` : ""}, ${year}`,
      value: total,
      unit: UNIT,
      steps,
    };
  }
  if (parameter === "moves.rate") {
    for (const { to, hazard } of moves) {
      if (to === p) continue;
      const given = system.moves.findIndex((move) => move.from === pools[p]!.id && move.to === pools[to]!.id);
      steps.push({
        ...writtenStep(
          system,
          `moves.${given}.rate`,
          system.moves[given]!.rate,
          `To ${pools[to]!.title}: ${system.moves[given]!.rate.written}`,
        ),
        value: mean((c) => hazard[c]!),
        unit: UNIT,
      });
    }
    const total = mean((c) => moves.reduce((sum, { to, hazard }) => sum + (to === p ? 0 : hazard[c]!), 0));
    if (steps.length === 0) steps.push({ what: "Nobody moves from this pool to another." });
    return { title: `Moves out of ${pool.title}, ${year}`, value: total, unit: UNIT, steps };
  }
  const [schedule, hazards, word] =
    parameter === "retirement.rate"
      ? ([pool.retirement, now.retirement, "Retirement"] as const)
      : ([pool.death, now.death, "Death"] as const);
  const value = mean((c) => hazards[p * cells + c]!);
  steps.push(
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
  );
  return { title: `${word} of ${pool.title}${about ? `, ${about}` : ""}, ${year}`, value, unit: UNIT, steps };
}

/** Recruits of one pool in one year. */
export function explainRecruits(result: Result, id: string, year: number): Explanation {
  const { system, calibration, pools, joiners } = result.data.resolved;
  const p = pools.findIndex((pool) => pool.id === id);
  const { recruitment, title } = system.pools[id]!;
  const at = (measure: string) => result.at({ pool: id, measure, year });
  const value = at("joiners.market");
  const unit = "heads a year";
  const steps: ExplanationStep[] = [];
  if (recruitment.mode === "fill")
    steps.push(
      { what: "Mode fill: whoever is missing to the funded posts at the end of each step is wanted" },
      { what: `Funded posts at ${result.referenceDate} ${year}`, value: at("funded"), unit: "FTE" },
    );
  else if (recruitment.mode === "fixed" && recruitment.recruits)
    steps.push(
      writtenStep(
        system,
        `pools.${id}.recruitment.recruits`,
        recruitment.recruits,
        "Recruits a year as written; the last value carries on",
      ),
    );
  else {
    steps.push(
      {
        what: "Recruits that hold the base-year headcount",
        value: calibration[p]!.recruits,
        unit,
        note: "leavers of the base year less those who move in or come back",
      },
      writtenStep(system, `pools.${id}.recruitment.effort`, recruitment.effort, "Times recruitment effort"),
    );
    if (recruitment.follows)
      steps.push({
        what: `Times people aged ${recruitment.follows.population} at the start of the year against the base date, to the power ${recruitment.elasticity.value}`,
        value: followed(result, recruitment.follows.population, year) ** recruitment.elasticity.value,
        unit: "factor",
      });
  }
  for (const [source, share] of Object.entries(recruitment.from?.values ?? {}))
    steps.push({ what: `Of which drawn from ${system.pools[source]!.title}`, value: share, unit: "share" });
  if (recruitment.from) steps.push({ what: "Hired from other pools", value: at("joiners.hires"), unit });
  if (recruitment.market) {
    const market = joiners.markets[joiners.recruits[p]!.market]!;
    steps.push(
      { what: "Wanted from the labour market", value: at("joiners.wanted"), unit },
      {
        what: `The market "${market.id}" has, for all its pools`,
        value: market.capacity[year - result.base - 1]!,
        unit,
      },
    );
  }
  steps.push({ what: `Recruits from the labour market in ${year}`, value, unit });
  return { title: `Market recruits of ${title}, ${year}`, value, unit, steps };
}

/** People of a band at the start of a model year, against the base date. */
function followed({ data, base }: Result, band: string, year: number): number {
  const { population, calendar } = data.resolved.system;
  const dates = referenceDates(calendar.base, calendar.until);
  return populationIndex({ [band]: 1 }, population, dates)[year - base - 1]!;
}
