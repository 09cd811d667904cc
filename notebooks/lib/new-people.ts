import { type Chart, countText, sourceLine } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";
import { shareBars } from "./charts/share-bars.ts";

/** Where those who join each level of competence come from in a year: from outside, from courses, from other posts. */
export function newPeopleByLevel(result: Result, { year, width }: { year: number; width?: number }): Chart {
  const levels = result.groups.filter(({ id }) => id.startsWith("level:"));
  const of = (pool: string, ...measures: CountedMeasure[]) =>
    measures.map((measure) => result.at({ pool, measure, year })).reduce((sum, people) => sum + people, 0);
  const bars = levels
    .map(({ id, title }) => ({
      name: title,
      parts: [
        of(id, "joiners.market", "joiners.unexplained", "joiners.abroad", "joiners.returners"),
        of(id, "joiners.pipeline"),
        of(id, "joiners.moves", "joiners.hires"),
      ],
    }))
    .filter(({ parts }) => parts.some((part) => part > 0))
    .reverse();
  const fromCourses = of("all", "joiners.pipeline");
  const fromOutside = of("all", "joiners.market", "joiners.unexplained", "joiners.abroad", "joiners.returners");
  return shareBars(bars, {
    title: `In ${year}, ${countText(fromCourses)} people would come from courses and programmes and ${countText(fromOutside)} be recruited from outside`,
    subtitle: `People who join each level in the year to ${result.referenceDate} ${year}, by where they come from; those who change employer within a pool are left out. Scenario: ${result.title}.`,
    source: sourceLine(result),
    parts: ["recruited from outside", "from courses and programmes", "from another post in the system"],
    unit: "people",
    ...(width !== undefined && { width }),
  });
}
