import { type Result, run, type Scenario, type System } from "cadre";
import { measureNamed } from "cadre/measures";

/** The heading under which a place's README says what its scenarios answer. */
export const HEADING = "What the scenarios say";

/** A table as its cells, with what only marks them (bold, code, padding) taken off. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables under the heading, in order. */
export function tablesUnderHeading(page: string, heading = HEADING): Table[] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => /^#+\s/.test(line) && line.replace(/^#+\s+/, "").trim() === heading);
  if (start < 0) return [];
  const level = lines[start]!.indexOf(" ");
  const end = lines.findIndex((line, i) => i > start && /^#+\s/.test(line) && line.indexOf(" ") <= level);
  const tables: string[][][] = [];
  let open = false;
  for (const line of lines.slice(start + 1, end < 0 ? undefined : end)) {
    if (!line.startsWith("|")) open = false;
    else {
      if (!open) tables.push([]);
      open = true;
      tables[tables.length - 1]!.push(cellsOf(line));
    }
  }
  return tables.map(([header = [], , ...rows]) => ({ header, rows }));
}

function cellsOf(line: string): string[] {
  const cells = line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
  // A link counts by its text, a hyphen before a digit as the minus sign it stands for; a plus sign is for the reader.
  return cells.map((cell) =>
    cell
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[*`]/g, "")
      .replace(/^\s*\+(?=\d)/, "")
      .replace(/^\s*[-–](?=[\d£])/, "−")
      .trim(),
  );
}

/** A scenario and its run. */
export interface Answer {
  readonly scenario: Scenario;
  readonly result: Result;
}

const MEASURE = /^([a-zA-Z.]+) (\d{4})(?:,? (?:of )?([\w:&' .-]+?))?(?: \(([^)]+)\))?$/;

/** The cells that a scenario must have under a header. `doNothing` is what it is compared with. */
export function rowOf(header: readonly string[], { scenario, result }: Answer, doNothing: Result): string[] {
  return header.map((title, i) => {
    if (title === "scenario") return result.id;
    if (title === "question") return scenario.question ?? "–";
    if (title === "evidence") return evidenceOf(scenario);
    if (title === "cost a year (£)") return cost(result, doNothing);
    if (title.startsWith("change against do-nothing")) {
      const measured = header.slice(0, i).findLast((before) => MEASURE.test(before));
      if (!measured) throw new Error(`"${title}" stands after the number it is the change of.`);
      if (result.id === doNothing.id) return "–";
      const { value, unit } = read(measured, result);
      return shown(value - read(measured, doNothing).value, unit);
    }
    const { value, unit } = read(title, result);
    return shown(value, unit);
  });
}

const ALONE = /^alone in ([a-z0-9-]+): (.+)$/;

/** The cells that an intervention must have: what it does by itself in the scenarios that the header names. */
export function interventionRow(
  id: string,
  header: readonly string[],
  system: System,
  answers: ReadonlyMap<string, Answer>,
): string[] {
  const all = [...answers.values()].flatMap(({ scenario }) => scenario.interventions ?? []);
  return header.map((title) => {
    if (title === "intervention") return all.some((one) => one.id === id) ? id : `unknown: ${id}`;
    if (title === "evidence") return evidenceOf({ interventions: all.filter((one) => one.id === id).slice(0, 1) });
    const [, within = "", number = ""] = ALONE.exec(title) ?? [];
    const scenario = answers.get(within)?.scenario;
    if (!scenario) throw new Error(`The column "${title}" is not known; write "alone in plan: gap 2035 (FTE)".`);
    const one = scenario.interventions?.filter((intervention) => intervention.id === id) ?? [];
    if (one.length === 0) return "–";
    const { value, unit } = read(number, run(system, { ...scenario, interventions: one }));
    return shown(value - read(number, run(system, { ...scenario, interventions: [] })).value, unit);
  });
}

function read(title: string, result: Result): { value: number; unit: string } {
  const [, measure, year, pool = "all", unit = ""] = MEASURE.exec(title) ?? [];
  if (!measure)
    throw new Error(
      `The column "${title}" is not known. Known: scenario, question, evidence, cost a year (£), change against do-nothing, and numbers such as "gap 2035 (FTE)", "gap 2035, level:2 (FTE)", "vacancyRate 2035 (%)".`,
    );
  const value = result.at({ pool, measure: measureNamed(measure), year: Number(year) });
  if (value === undefined) throw new Error(`The column "${title}" cannot be worked out for ${result.id}.`);
  return { value, unit };
}

/** What the interventions and courses of the last model year cost above those of doing nothing; – when no cost is known. */
function cost(result: Result, doNothing: Result): string {
  const year = result.last;
  const spent = (of: Result) =>
    of.at({ measure: "cost.interventions", year }) + of.at({ measure: "cost.training", year });
  const more = spent(result) - spent(doNothing);
  return Math.abs(more) < 0.5 ? "–" : shown(more, "");
}

function evidenceOf({ interventions = [] }: Scenario): string {
  const levels = interventions.flatMap(({ evidence }) => (evidence ? [evidence.level] : []));
  if (levels.length === 0) return "–";
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const unknown = interventions.some(({ evidence }) => evidence?.unknown) ? ", unknown effects" : "";
  return (low === high ? String(low) : `${low} to ${high}`) + unknown;
}

/** Whole numbers with thousands separators; percentages and millions to a tenth. */
function shown(value: number, unit: string): string {
  const scale = unit.includes("%") ? 100 : unit.includes("million") ? 1e-6 : unit.includes("thousand") ? 1e-3 : 1;
  const digits = scale === 100 || scale === 1e-6 ? 1 : 0;
  const text = (value * scale).toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replace("-", "−");
}
