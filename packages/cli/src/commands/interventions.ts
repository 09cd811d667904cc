import { slug } from "@cadre/sources";
import { type AssumedCost, CadreError, type CostEnds, type Intervention } from "cadre";
import { projectFolder, readCatalogue } from "cadre/node";
import { type Command, InvalidArgumentError } from "commander";
import { MARK } from "../plan.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";
import { clippedTitle, columns, wrappedText } from "../text/columns.ts";
import { significantNumber } from "../text/number.ts";

interface Filters {
  readonly mechanism?: string;
  readonly level?: { readonly least: number; readonly most: number };
  readonly place?: string;
}

export function addInterventions(command: Command, terminal: Terminal): void {
  command
    .argument("[id]", "one of them, in full")
    .option("--mechanism <name>", "only entries with this mechanism")
    .option("--level <level>", "only entries with this evidence level, 0 to 4; 2+ means this level or better", levels)
    .option("--place <name>", "only entries planned in a place's documents")
    .option("--json", "print the answer as JSON")
    .action(async (id: string | undefined, { json, ...filters }: Filters & { json?: boolean }) => {
      // The folder of any file here, whether or not it exists, belongs to the project.
      const all = await readCatalogue(projectFolder("here"));
      if (all.length === 0) throw noCatalogue();
      const asked = json ? (one: unknown) => JSON.stringify(one, null, 2) : undefined;
      if (id === undefined) {
        const some = filtered(all, filters);
        return terminal.out(asked?.(some) ?? tableText(all, some));
      }
      const found = all.find((one) => one.id === id);
      if (!found)
        throw unknown(
          "intervention",
          id,
          all.map((one) => one.id),
        );
      terminal.out(asked?.(found) ?? entryText(found));
    });
}

function filtered(all: readonly Intervention[], { mechanism, level, place }: Filters): Intervention[] {
  const mechanisms = [...new Set(all.flatMap((one) => one.mechanism ?? []))].sort();
  const places = [...new Set(all.flatMap((one) => one.places ?? []))].sort();
  if (mechanism !== undefined && !mechanisms.includes(mechanism)) throw unknown("mechanism", mechanism, mechanisms);
  if (place !== undefined && !places.some((one) => slug(one) === slug(place))) throw unknown("place", place, places);
  return all.filter(
    (one) =>
      (mechanism === undefined || one.mechanism === mechanism) &&
      (level === undefined || within(one, level)) &&
      (place === undefined || one.places?.some((name) => slug(name) === slug(place))),
  );
}

function tableText(all: readonly Intervention[], found: readonly Intervention[]): string {
  const rows = found.map((one) => [
    `${one.id}${one.evidence?.unknown ? MARK : ""}`,
    one.evidence ? String(one.evidence.level) : "–",
    clippedTitle(one.mechanism ?? "", 22),
  ]);
  const shown = columns([["Intervention", "Evidence", "Mechanism"], ...rows]);
  const unmeasured = found.filter(({ evidence }) => evidence?.unknown).length;
  return [
    ...(found.length > 0 ? [shown, ""] : []),
    wrappedText(
      `${found.length} of ${all.length} interventions. Evidence: Nesta Standards of Evidence, 0 opinion to 4 replicated.`,
    ),
    ...(unmeasured > 0 ? [wrappedText(`${MARK.trim()} ${unmeasured} have an effect that nobody has measured.`)] : []),
    wrappedText(
      `One in full: ${calledAs()} interventions ${found[0]?.id ?? all[0]?.id}. In a scenario: - use: ${found[0]?.id ?? all[0]?.id}`,
    ),
  ].join("\n");
}

function within({ evidence }: Intervention, { least, most }: { least: number; most: number }): boolean {
  return evidence !== undefined && evidence.level >= least && evidence.level <= most;
}

/** One entry with everything a planner asks of it. */
function entryText(one: Intervention): string {
  const { evidence, cost, milestones = [], places = [] } = one;
  const line = (name: string, text: string | undefined) =>
    text ? [wrappedText(`${name}: ${text}`, "  ").trimStart()] : [];
  const sure = evidence && [
    `level ${evidence.level}`,
    evidence.unknown && "nobody has measured the effect",
    evidence.finding,
    evidence.source && `source: ${evidence.source}${evidence.at ? `, ${evidence.at}` : ""}`,
  ];
  const price = [
    cost?.perYear !== undefined && `£${significantNumber(cost.perYear)} a year${rangeWords(cost.range?.perYear)}`,
    cost?.once !== undefined && `£${significantNumber(cost.once)} once${rangeWords(cost.range?.once)}`,
    cost?.priceYear && `at ${cost.priceYear} prices`,
    cost?.source && `source: ${cost.source}`,
    cost?.note,
  ].filter(Boolean);
  return [
    wrappedText(`${one.title} (${one.id})`),
    ...line("Mechanism", one.mechanism),
    ...line("Evidence", sure?.filter(Boolean).join("; ") ?? "none"),
    ...one.changes.flatMap((change) => line("Changes", changeWords(change))),
    ...line("Reach", one.reach === undefined ? undefined : `${significantNumber(one.reach * 100)}%`),
    ...line("Cost", price.join(", ") || "not stated"),
    ...line("Assumed cost", one.assumedCost && assumedWords(one.assumedCost)),
    ...line("Lead", one.lead),
    ...milestones.flatMap(({ date, measure }) => line("Milestone", `${date}: ${measure}`)),
    ...line("Places", places.join(", ")),
    ...line("Note", one.note),
    "",
    `In a scenario: - use: ${one.id}`,
  ].join("\n");
}

const rangeWords = (range: CostEnds | undefined): string =>
  range ? ` (£${significantNumber(range.low)} to £${significantNumber(range.high)})` : "";

/** A price that nobody has published. */
function assumedWords({ per, perYear, once, priceYear, note }: AssumedCost): string {
  const said = [perYear && `${between(perYear)} a year`, once && `${between(once)} once`].filter(Boolean).join(", ");
  return [`${said} for ${per === "place" ? "the place" : `each ${per}`}, at ${priceYear} prices`, OFF, note].join("; ");
}
const between = ({ low, high }: CostEnds): string => `£${significantNumber(low)} to £${significantNumber(high)}`;
const OFF = "an assumption, not counted without --assumed-prices";

function changeWords({ parameter, where = {}, note, ...change }: Intervention["changes"][number]): string {
  const about = Object.entries(where).map(([key, value]) => `${key} ${value}`);
  const what = Object.entries(change).map(([key, value]) => {
    if (typeof value !== "object") return `${key} ${value}`;
    const numbers = Object.entries(value as object).map(([name, part]) => `${name} ${JSON.stringify(part)}`);
    return `${key} ${numbers.join(" ")}`;
  });
  return [`${parameter}${about.length > 0 ? ` (${about.join(", ")})` : ""}`, ...what, note].filter(Boolean).join("; ");
}

function levels(text: string): { least: number; most: number } {
  const [, level, more] = /^([0-4])(\+?)$/.exec(text) ?? [];
  if (level === undefined) throw new InvalidArgumentError("A level is 0, 1, 2, 3 or 4, or 2+ for this one or better.");
  return { least: Number(level), most: more ? 4 : Number(level) };
}

function unknown(what: string, value: string, known: readonly string[]): CadreError {
  return new CadreError({
    code: `unknown-${what}`,
    message: `The catalogue has no ${what} "${value}".`,
    value,
    rule: `Known: ${known.join(", ")}.`,
    fix: `Name one of these; without a name, \`cadre interventions\` lists the catalogue.`,
  });
}

const noCatalogue = (): CadreError =>
  new CadreError({
    code: "no-catalogue",
    message: "There is no catalogue of interventions here.",
    value: "data/interventions",
    rule: "The catalogue is the folder data/interventions of the project in which you call the command.",
    fix: "Change to the project's folder, or write entries there.",
  });
