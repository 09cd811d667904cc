import { populationIndex } from "../demand/demand.ts";
import type { CountedMeasure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { referenceDates } from "../table/dates.ts";
import { writtenStep } from "./explain-input.ts";
import { responseSteps } from "./explain-response.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** Recruits of one pool in one year. */
export function explainRecruits(result: Result, id: string, year: number): Explanation {
  const { system, calibration, pools, joiners } = result.data.resolved;
  const p = pools.findIndex((pool) => pool.id === id);
  const { recruitment, title } = system.pools[id]!;
  const at = (measure: CountedMeasure) => result.at({ pool: id, measure, year });
  const value = at("joiners.market");
  const unit = "heads a year";
  const posts = result.unit({ pool: id, measure: "funded" }).short;
  const steps: ExplanationStep[] = [];
  if (recruitment.mode === "fill")
    steps.push(
      { what: "Mode fill: enough recruits are wanted to fill the funded posts at the end of each step" },
      { what: `Funded posts at ${result.referenceDate} ${year}`, value: at("funded"), unit: posts },
    );
  else if (recruitment.mode === "fixed" && recruitment.recruits)
    steps.push(
      writtenStep(
        system,
        `pools.${id}.recruitment.recruits`,
        recruitment.recruits,
        "Recruits a year as written; the last value continues",
      ),
    );
  else {
    const holding = { what: "Recruits that keep the base-year headcount", value: calibration[p]!.recruits, unit };
    const { starters } = recruitment;
    steps.push(
      ...(starters
        ? [writtenStep(system, `pools.${id}.recruitment.starters`, starters, "Recruits of the base year, as counted")]
        : []),
      starters
        ? { ...holding, note: "for comparison" }
        : { ...holding, note: "leavers of the base year less those who move in or come back" },
      writtenStep(system, `pools.${id}.recruitment.effort`, recruitment.effort, "Times recruitment effort"),
    );
    if (recruitment.follows)
      steps.push({
        what: `Times people aged ${recruitment.follows.population} at the start of the year compared with the base date, to the power ${recruitment.elasticity.value}`,
        value: followed(result, recruitment.follows.population, year) ** recruitment.elasticity.value,
        unit: "factor",
      });
  }
  steps.push(...responseSteps(result, "recruits", id, year));
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
  if (recruitment.unexplained)
    steps.push(
      writtenStep(
        system,
        `pools.${id}.recruitment.unexplained`,
        recruitment.unexplained,
        "Of which no count of joiners explains",
      ),
      { what: "Unexplained joiners", value: at("joiners.unexplained"), unit },
    );
  steps.push({ what: `Recruits from the labour market in ${year}`, value, unit });
  return { title: `Market recruits of ${title}, ${year}`, value, unit, steps };
}

/** People of a band at the start of a model year, against the base date. */
function followed({ data, base }: Result, band: string, year: number): number {
  const { population, calendar } = data.resolved.system;
  const dates = referenceDates(calendar.base, calendar.until);
  return populationIndex({ [band]: 1 }, population, dates)[year - base - 1]!;
}
