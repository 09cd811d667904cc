import type { PageTable } from "@cadre/charts";
import type { Result } from "cadre";
import { EXIT } from "../failure.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { today } from "../text/options.ts";
import type { BrokenScenario } from "./place-scenarios.ts";

/** What runs warn about, for a terminal: what all of them say once and without a name, the rest with those that say it. */
export function warningsOf(results: readonly Result[]): string[] {
  const all = [...new Set(results.flatMap(({ warnings }) => warnings))];
  const said = all.map((warning) => {
    const from = results.filter(({ warnings }) => warnings.includes(warning));
    const named = from.length === results.length ? "" : ` (${from.map(({ title }) => `“${title}”`).join(", ")})`;
    return wrappedText(`Warning${named}: ${warning}`);
  });
  return [...overdue(results), ...said];
}

/** What was set by judgement and should have been looked at again by today; for a terminal, since files know no day. */
function overdue(results: readonly Result[]): string[] {
  const day = today();
  const judged = results.flatMap(({ data }) => data.resolved.scenario.adjustments ?? []);
  const late = new Map(judged.filter(({ until }) => until < day).map((one) => [JSON.stringify(one), one]));
  return [...late.values()].map((one) =>
    wrappedText(
      `Warning: ${one.parameter} was set by judgement until ${one.until}, and that day has passed. ${one.who} should look at it again.`,
    ),
  );
}

/** The same for a page; nothing where no run warns. */
export function warningTables(results: readonly Result[]): PageTable[] {
  const rows = results.flatMap(({ title, warnings }) => warnings.map((warning) => [title, warning]));
  const table = { caption: "What to know before the numbers are used", columns: ["Scenario", "Warning"], rows };
  return rows.length === 0 ? [] : [{ title: "What the runs warn about", table }];
}

/** Tells which scenarios are left out and why; the exit code is then 1. */
export function tellBroken(broken: readonly BrokenScenario[], terminal: Terminal, outcome: Outcome): void {
  for (const { id, error } of broken) terminal.err(`Left out: ${id}\n${error.message}`);
  if (broken.length > 0) outcome.exitCode = EXIT.checkFailed;
}
