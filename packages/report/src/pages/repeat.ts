import { countText } from "@cadre/charts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";

/** How to get the same numbers again. */
export function repeatPage({ results, first, repeat = {}, ensembles = [] }: PackSetting): PackPage {
  const { command, versions = {}, inputs = first.data.resolved.given.origin.inputs } = repeat;
  const [sure] = ensembles;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return {
    id: "repeat",
    about: "How to repeat it",
    title: "How to get the same numbers again",
    text: `System: ${first.system.title} (${first.system.id}).`,
    points: [
      ...(command ? [`Run in the project folder: ${command}`] : []),
      ...(named.length > 0 ? [`Versions: ${named.join(", ")}`] : []),
      sure
        ? `${countText(sure.draws)} draws from seed ${sure.seed}: the same seed gives the same draws.`
        : "These numbers do not depend on chance: every run gives the same.",
    ],
    tables: [
      {
        caption: "The scenarios that were run",
        columns: ["Scenario", "Id", "Interventions"].map((title) => ({ title, kind: "text" })),
        rows: results.map((result) => [
          scenarioName(result),
          result.id,
          String(result.data.resolved.scenario.interventions?.length ?? 0),
        ]),
      },
      ...(inputs.length === 0 ? [] : [filesTable(inputs)]),
    ],
    notes: ["With the same files and the same version the numbers are the same to the last digit, on any machine."],
  };
}

function filesTable(inputs: readonly { path: string; sha256?: string }[]): PackTable {
  return {
    caption: "The files that went in. The fingerprint (SHA-256, first 16 digits) changes when a file does",
    columns: [
      { title: "File", kind: "text" },
      { title: "Fingerprint", kind: "text" },
    ],
    rows: inputs.map(({ path, sha256 }) => [path, sha256?.slice(0, 16) ?? "–"]),
  };
}
