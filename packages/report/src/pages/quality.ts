import { howTested } from "cadre/backtest";
import { sum } from "../pack/cell.ts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";

const KINDS = [
  ["fact", "Facts: somebody counted them"],
  ["assumption", "Assumptions"],
  ["lever", "Levers: somebody decides them"],
] as const;
const QUALITIES = ["high", "medium", "low", "assumed", undefined] as const;

/** How good the figures are, and what the runs warn about. */
export function qualityPage({ first, results }: PackSetting): PackPage {
  const inputs = first.assumptions;
  const numbers = inputs.filter(({ value }) => value !== undefined);
  const count = (kind: string) => numbers.filter((input) => input.kind === kind).length;
  const low = numbers.filter(({ quality }) => quality === "low").length;
  const warnings = results.flatMap((result) =>
    result.warnings.map((warning) => ({ warning, from: results.length > 1 ? `${scenarioName(result)}: ` : "" })),
  );
  const said = warnings.filter(({ warning }, i) => warnings.findIndex((other) => other.warning === warning) === i);
  const defaults = inputs.filter(({ isDefault }) => isDefault).length;
  const table: PackTable = {
    caption: "Numbers of the system by kind and by how far the planner trusts them",
    columns: [
      { title: "Kind", kind: "text" },
      ...QUALITIES.map((quality) => ({ title: quality ?? "not said", kind: "whole" as const })),
      { title: "Together", kind: "whole" },
    ],
    rows: KINDS.map(([kind, name], row) => {
      const by = QUALITIES.map(
        (quality) => numbers.filter((input) => input.kind === kind && input.quality === quality).length,
      );
      return [
        name,
        ...by,
        sum(
          by.reduce((total, one) => total + one, 0),
          by.map((_, i) => ({ row, column: i + 1 })),
        ),
      ];
    }),
  };
  return {
    id: "data-quality",
    about: "Data quality",
    title:
      `${numbers.length} numbers: ${count("fact")} counted, ${count("assumption")} assumed, ${count("lever")} decided; ` +
      `${low === 0 ? "none of low quality" : `${low} of low quality`}`,
    text: `The model made ${defaults} choices where the files say nothing.`,
    points:
      said.length === 0 ? ["The runs gave no warning."] : said.map(({ warning, from }) => `Warning. ${from}${warning}`),
    tables: [table],
    notes: [
      howTested(first.system),
      "Not said means that the planner has not judged the number.",
      "A warning does not stop a run. It says what may be counted twice, or what could not be done as asked.",
    ],
  };
}
