import type { Resolved } from "../plan/resolved.ts";
import type { Chance } from "../supply/by-chance.ts";
import type { Coefficients } from "../supply/coefficients.ts";
import type { YearRates } from "../supply/rates.ts";
import type { CourseTally } from "../supply/training.ts";
import { Detail } from "./detail.ts";
import { Engine } from "./engine.ts";
import { FlowMemory } from "./flows.ts";
import { ModelYears } from "./model-years.ts";
import type { Projection } from "./projection.ts";
import { PoolResponses } from "./responding.ts";

/** What is kept of a projection, and what it works in. */
export interface ProjectOptions {
  /** `totals` leaves out what is by sex, age and tenure. */
  readonly keep?: "everything" | "totals";
  /**
   * One that has served other projections of the same pools and moves; rates it does not keep are taken again. When only
   * totals are kept, the next projection writes over them.
   */
  readonly engine?: Engine;
  /** Leaves careers to chance; then only totals are kept. */
  readonly chance?: Chance;
  /** Keeps what those in post at the start of each year live in it as well. */
  readonly openingStaff?: boolean;
}

/** Runs the model year by year. Rates shared between years are worked out once. Method: docs/method/step.md. */
export function project(
  resolved: Resolved,
  { keep = "everything", engine: used, chance, openingStaff = false }: ProjectOptions = {},
): Projection {
  const { size, years, responses } = resolved;
  const engine = used ?? new Engine(resolved);
  const detail = keep === "everything" && !chance ? new Detail(size, years.length, openingStaff) : undefined;
  // What keeps totals only is read before the next projection.
  const flows = detail ? new FlowMemory(years.length, size.pools).flows : engine.flowsAgain(years.length);
  const responding = responses && new PoolResponses(resolved, responses, flows);
  const model = new ModelYears(resolved, engine, flows, detail, chance);
  const traineesAtBase = model.training.trainees(0);
  const courses: CourseTally[][] = [];
  let steps: Coefficients | undefined;
  const rates: YearRates[] = [];
  for (let y = 0; y < years.length; y++) {
    responding?.begin(y);
    const now = responding?.ratesOf(y, resolved.rates[y]!, detail !== undefined) ?? resolved.rates[y]!;
    if (steps === undefined || now !== rates[y - 1]) steps = engine.coefficients(now, used !== undefined);
    rates.push(now);
    courses.push(model.take(y, steps, responding?.ofRecruits(y)));
  }
  return {
    ...flows,
    stock: detail?.stock ?? NOTHING,
    personYears: detail?.personYears ?? NOTHING,
    ...(detail?.openingStaff && { openingStaffYears: detail.openingStaff.years }),
    steps: detail?.steps ?? [],
    rates,
    ...(responding && { responses: responding.factors }),
    courses,
    traineesAtBase,
    plannedMissing: model.planned.missing,
    intakes: model.training.begun,
  };
}

const NOTHING = new Float64Array(0);
