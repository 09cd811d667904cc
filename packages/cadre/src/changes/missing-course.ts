import { suggest } from "../error/suggest.ts";
import type { ScenarioProblem } from "../scenario/scenario-fault.ts";
import type { System } from "../system/types.ts";

/** That a change is about a course that the system lacks, with the course as a block to paste; undefined for other changes. */
export function missingCourse(system: System, parameter: string): ScenarioProblem | undefined {
  const [process, course, quantity = "", label = ""] = parameter.split(".");
  if (process !== "pipelines" || !course || !quantity || Object.hasOwn(system.pipelines, course)) return undefined;
  const courses = Object.keys(system.pipelines);
  const near = suggest(course, courses);
  return {
    code: "unknown-parameter",
    message: `The system has no course "${course}".`,
    value: parameter,
    rule: courses.length > 0 ? `Its courses are ${courses.join(", ")}.` : "It has no courses.",
    fix: [
      `Correct the name, or add the course to the system ${courses.length > 0 ? "under `pipelines:`" : "file"}. Its numbers are examples to replace:`,
      ...(courses.length > 0 ? [] : ["pipelines:"]),
      ...courseLines(system, course, quantity, label),
    ].join("\n"),
    didYouMean: near && parameter.replace(course, near),
  };
}

/** A course that can be read, with the number that a change is about. */
function courseLines(system: System, course: string, quantity: string, label: string): string[] {
  const { axes, calendar } = system;
  const pool = Object.hasOwn(system.pools, label) ? label : (Object.keys(system.pools)[0] as string);
  const [word = "", ...words] = course.split("-");
  const year = Number(calendar.base.slice(0, 4));
  const asked: Readonly<Record<string, string>> = {
    entrants: `{ ${pool}: 100% }`,
    ages: `{ "${axes.ageMin}-${axes.ageMax}": 100% }`,
    sex: `{ ${axes.sex.map((sex, i) => `${sex}: ${i === 0 ? 100 : 0}%`).join(", ")} }`,
    earlyLeaversJoin: `{ ${pool}: 50% }`,
    worksWhileTraining: `{ pool: ${pool}, fte: 0.5 }`,
    backfill: `{ pool: ${pool}, fte: 0.5 }`,
    cost: `{ perLearner: 10000, employerShare: 100%, smallEmployers: 0%, unit: GBP, priceYear: ${year} }`,
  };
  return [
    `  ${course}:`,
    `    title: ${[word.charAt(0).toUpperCase() + word.slice(1), ...words].join(" ")}`,
    `    intake: { ${year}: 10 }`,
    "    lasts: 2 years",
    "    completion: 75%",
    `    joins: { ${pool}: 80% }`,
    ...(asked[quantity] === undefined ? [] : [`    ${quantity}: ${asked[quantity]}`]),
  ];
}
