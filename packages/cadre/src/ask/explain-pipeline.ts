import { CadreError } from "../error/cadre-error.ts";
import { PIPELINE_MEASURES } from "../projection/measures.ts";
import type { Result } from "../projection/result.ts";
import { writtenStep } from "./explain-input.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** Measures of a pipeline that can be taken apart, as `pipeline:…`. */
export const PIPELINE_ACCOUNT: readonly string[] = ["trainees", ...PIPELINE_MEASURES];

const UNITS: Readonly<Record<string, string>> = { trainingYears: "years", "cost.training": "GBP" };

/** What became of a pipeline's people in a model year: who was there, started, gave up, finished and took a post. */
export function explainPipeline(result: Result, measure: string, group: string, year: number): Explanation {
  const { system } = result.data.resolved;
  const id = group.slice("pipeline:".length);
  const given = system.pipelines[id]!;
  const at = (name: string, when = year) => result.at({ pool: group, measure: name, year: when });
  const value = at(measure);
  const path = `pipelines.${id}`;
  const { value: _, ...intake } = writtenStep(
    system,
    `${path}.intake`,
    given.intake,
    `Intake: ${written(given.intake.values)}`,
  );
  const steps: ExplanationStep[] = [intake];
  if (year > result.base)
    steps.push(
      { what: `In training at ${result.referenceDate} ${year - 1}`, value: at("trainees", year - 1), unit: "people" },
      { what: "plus entrants", value: at("entrants"), unit: "people" },
      { what: "less people who give up", value: at("dropouts"), unit: "people" },
      {
        ...writtenStep(
          system,
          `${path}.completion`,
          given.completion,
          `less people who finish, of whom ${given.completion.written} do`,
        ),
        value: at("graduates"),
        unit: "people",
      },
    );
  steps.push({ what: `In training at ${result.referenceDate} ${year}`, value: at("trainees"), unit: "people" });
  if (year > result.base) {
    const joins = Object.entries(given.joins.values).map(
      ([pool, share]) => `${percent(share)} ${system.pools[pool]!.title}`,
    );
    steps.push(
      {
        ...writtenStep(system, `${path}.joins`, given.joins, `Of those who finish, take a post: ${joins.join(", ")}`),
        value: at("graduates.joined"),
        unit: "people",
      },
      { what: "and are lost to the system", value: at("graduates.lost"), unit: "people" },
    );
  }
  const { title } = given;
  return { title: `${measure} of ${title}, ${year}`, value, unit: UNITS[measure] ?? "people", steps };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
const written = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([year, heads]) => `${heads} from ${year}`)
    .join(", ");

/** A pipeline has no posts, and a pool no entrants. */
export function wrongGroup(measure: string, pool: string, isPipeline: boolean): CadreError {
  return new CadreError({
    code: "measure-without-group",
    message: isPipeline ? `A pipeline has no "${measure}".` : `"${measure}" is counted of pipelines.`,
    value: pool,
    rule: isPipeline ? `Of a pipeline: ${PIPELINE_ACCOUNT.join(", ")}.` : "A pool or group, or pipeline: and its id.",
    fix: isPipeline ? "Ask for one of these." : "Name a pipeline, such as pipeline:care-academy.",
  });
}
