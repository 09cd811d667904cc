import type { Explanation, ExplanationStep, Result, System } from "cadre";
import { explainable } from "cadre/results";
import { calledAs } from "./text/called.ts";
import { wrappedText } from "./text/columns.ts";
import { percentage, significantNumber } from "./text/number.ts";

/** An explanation as a tree: the number, and below it what it was made of, in order. */
export function explanationText({ title, value, unit, steps }: Explanation): string {
  const lines = [wrappedText(`${title} = ${withUnit(value, unit)}`)];
  for (const [i, step] of steps.entries()) {
    const last = i === steps.length - 1;
    const [first, ...others] = stepLines(step);
    lines.push(`${last ? "└─" : "├─"} ${first}`);
    for (const other of others) lines.push(`${last ? "  " : "│ "} ${other}`);
  }
  return lines.join("\n");
}

function stepLines({ what, value, unit, source, at, note, place }: ExplanationStep): string[] {
  const said = value === undefined ? what : `${what}: ${withUnit(value, unit)}`;
  const from = source === undefined ? undefined : `source: ${source}${at === undefined ? "" : `, ${at}`}`;
  return [said, from, note, place === undefined ? undefined : `in ${place}`]
    .filter((text) => text !== undefined)
    .flatMap((text, i) => wrappedText(text, i === 0 ? "" : "  ", 77).split("\n"));
}

/** A number with its unit; shares and yearly rates, which files write as percentages, are shown so. */
function withUnit(value: number | undefined, unit: string | undefined): string {
  if (value === undefined) return "cannot be worked out";
  if (unit === "share" || unit === "%") return percentage(value, 2);
  if (unit === "rate" || unit === "per year") return `${percentage(value, 2)} per year`;
  return `${significantNumber(value)}${unit && unit !== "factor" ? ` ${unit}` : ""}`;
}

/** What `cadre explain` can be asked about a system. */
export function questionsText(system: System, result: Result, file: string): string {
  const { measures, parameters } = explainable(system);
  const [pool] = result.pools;
  const { last } = result;
  return [
    `${result.system.title}, ${result.base} to ${last}`,
    "",
    "Measures",
    wrappedText(measures.join(", "), "  "),
    "Parameters (of one pool each)",
    wrappedText(parameters.join(", "), "  "),
    "Pools and groups (--pool)",
    ...result.groups.map(({ id, title }) => `  ${id}${id.endsWith(title) ? "" : `: ${title}`}`),
    `Sex (--sex): ${result.axes.sex.join(", ")}. Ages (--age): ${result.axes.ageMin} to ${result.axes.ageMax}.`,
    "A number of the file by the name it has in assumptions.csv, such as",
    `  pools.${pool?.id}.headcount`,
    "",
    "For example",
    `  ${calledAs()} explain ${file} gap --year ${last}`,
    `  ${calledAs()} explain ${file} leaving.rate --pool ${pool?.id}`,
  ].join("\n");
}
