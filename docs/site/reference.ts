import { CAUSES } from "../../packages/cadre/src/model/causes.ts";
import { MEASURES } from "../../packages/cadre/src/model/measures.ts";
import type { ParameterFacts } from "../../packages/cadre/src/model/parameter-facts.ts";
import { PARAMETERS } from "../../packages/cadre/src/model/parameters.ts";
import { unitFor } from "../../packages/cadre/src/model/units.ts";
import { TABLES } from "./sections.ts";

/** The pages that the tables of the model make: what can be measured, why people leave, and what a scenario can change. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    [TABLES.measures, measures()],
    [TABLES.causes, causes()],
    [TABLES.parameters, parameters()],
  ]);
}

function measures(): string {
  const rows = Object.entries(MEASURES).map(([name, { title, kind, unit, meaning }]) => [
    `\`${name}\``,
    title,
    kind,
    unitFor(unit, []).long,
    meaning,
  ]);
  return page(
    "Measures",
    "Every measure of a result, by its name in `results.csv`. A stock is counted at reference dates, a flow over the model " +
      "year that ends at one. [What a run writes](../guide/results.md) explains how they add up.",
    ["measure", "title", "kind", "unit", "meaning"],
    rows,
  );
}

function causes(): string {
  const rows = Object.entries(CAUSES).map(([name, { title, rate, meaning, mayReturn, mayStayInSector }]) => [
    `\`${name}\``,
    title,
    meaning,
    rate === "schedule" ? "a schedule by age" : "the published leaving rate, less what it includes",
    mayReturn ? "yes" : "no",
    mayStayInSector ? "yes" : "no",
  ]);
  return page(
    "Causes of leaving",
    "Each cause has one name in files, parameters and measures: `retirement` in a pool, `retirement.rate` in a scenario, " +
      "`leavers.retirement` in results. [The words](../concepts.md#joining-and-leaving) has the other ways to leave a pool.",
    ["cause", "title", "counts people who", "its rate comes from", "may return", "may stay in the sector"],
    rows,
  );
}

function parameters(): string {
  const facts: [string, ParameterFacts][] = Object.entries(PARAMETERS);
  const rows = facts.map(([name, { words, rule, used, of, dated, decided, setMeans }]) => [
    `\`${name}\``,
    words.replace(/,$/, ""),
    rule.says,
    { cell: "each age, sex and tenure", pool: "each pool", system: "the system" }[of],
    dated ? "from a year on" : "base year only",
    decided ? "lever" : "estimate",
    setMeans ?? (rule === used ? "" : `the number that the engine uses: ${used.says}`),
  ]);
  return page(
    "Parameters",
    "Every number that a [scenario](../guide/scenarios.md#a-change) can change, by the name that it uses. Words in `<…>` stand " +
      "for a name in the system file. [Scenarios](../method/scenarios.md) explains how changes combine.",
    ["parameter", "what it is", "what a file gives", "of", "changes", "kind", "what `set` means, if not the number"],
    rows,
  );
}

function page(title: string, about: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [`# ${title}`, "", about, "", line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}
