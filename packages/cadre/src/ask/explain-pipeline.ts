import { type CountedPipelineMeasure, countedOf, isRatio, MEASURE_NAMES, MEASURES } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { writtenStep } from "./explain-input.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

/** Measures of a pipeline that can be taken apart, as `pipeline:…`. */
export const PIPELINE_ACCOUNT = MEASURE_NAMES.filter(
  (measure): measure is CountedPipelineMeasure => !isRatio(measure) && countedOf(measure).includes("pipelines"),
);

/** What became of a pipeline's people in a model year: who was there, started, gave up, finished and took a post. */
export function explainPipeline(
  result: Result,
  measure: CountedPipelineMeasure,
  group: string,
  year: number,
): Explanation {
  const { system } = result.data.resolved;
  const id = group.slice("pipeline:".length);
  const given = system.pipelines[id]!;
  const at = (name: CountedPipelineMeasure, when = year) => result.at({ pool: group, measure: name, year: when });
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
  const { short: unit } = result.unit({ pool: group, measure });
  return { title: `${MEASURES[measure].title} of ${title}, ${year}`, value, unit, steps };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
const written = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([year, heads]) => `${heads} from ${year}`)
    .join(", ");
