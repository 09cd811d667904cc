import { gapWaterfall } from "@cadre/charts";
import { evidenceOf } from "cadre/scenarios";
import { signed, sum } from "../pack/cell.ts";
import { asBars, chartPage, packChart } from "../pack/chart.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { centreWords, changeOf } from "../pack/stated.ts";
import { shortenedText } from "../text/plain.ts";

/** Half the width of a range that holds a share from sampled orders in 95 of 100 samples. */
const SURE = 1.96;

/** Behind the name of what nobody has measured. */
const MARK = " *";

/** What each intervention of the plan adds; left out where nobody has taken the plan apart. */
export function interventionsPage(setting: PackSetting): PackPage | undefined {
  const { first, plan, decomposition: found, name, pool, year } = setting;
  if (!plan || !found || found.parts.length === 0) return undefined;
  const { interventions = [] } = plan.data.resolved.scenario;
  const unsure = new Set(evidenceOf(plan.data.resolved.scenario).unmeasured.map(({ id }) => id));
  const levelOf = (id: string) => interventions.find((one) => one.id === id)?.evidence?.level;
  const parts = [...found.parts].sort((one, other) => one.value - other.value);
  const wide = !found.exact;
  const centre = centreWords(setting);
  const row = (title: string, cells: PackCell[]): PackCell[] => [title, ...cells, ...(wide ? [undefined] : [])];
  const numbers: PackTable = {
    caption:
      `${name}: what each intervention adds to the gap in ${found.year}, in FTE (a minus sign narrows it). ` +
      `By itself: without the others${wide ? ". ±: holds the share with 95% certainty" : ""}`,
    columns: [
      { title: "Intervention", kind: "text" },
      { title: "Share (FTE)", kind: "change" },
      { title: "By itself (FTE)", kind: "change" },
      { title: "Evidence", kind: "text" },
      ...(wide ? [{ title: "± (FTE)", kind: "whole" } as const] : []),
    ],
    rows: [
      row(`Gap${centre}: ${scenarioName(first)}`, [found.before, undefined, undefined]),
      ...parts.map(({ id, title, value, alone, error }): PackCell[] => [
        `${shortenedText(title, 80)}${unsure.has(id) ? MARK : ""}`,
        value,
        alone,
        evidenceWords(levelOf(id), unsure.has(id)),
        ...(wide ? [SURE * error] : []),
      ]),
      row(`Gap${centre}: ${scenarioName(plan)}`, [
        sum(
          found.after,
          [...parts, undefined].map((_, i) => ({ row: i, column: 1 })),
        ),
        undefined,
        undefined,
      ]),
    ],
    totals: [0, parts.length + 1],
  };
  const chart = packChart(
    "interventions",
    (size) =>
      gapWaterfall(found, { before: first, after: plan, change: changeOf(setting, { pool, year }).value, ...size }),
    numbers,
    asBars(
      numbers,
      parts.map((_, i) => i + 1),
    ),
  );
  const together = parts.reduce((total, { alone }) => total + alone, 0);
  return chartPage(chart, {
    id: "interventions",
    about: "Interventions",
    notes: [
      "The share of an intervention is the mean of what it adds over every order in which they could be added (Shapley value), so the shares add up to the whole.",
      `By themselves the interventions would add up to ${signed(together)} FTE; together they make ${signed(found.after - found.before)}${centre}.`,
      ...(unsure.size > 0 ? [`Nobody has measured the effect of ${unsure.size} of them.`] : []),
    ],
  });
}

function evidenceWords(level: number | undefined, unmeasured: boolean): string {
  return `${level === undefined ? "–" : `level ${level}`}${unmeasured ? ", not measured" : ""}`;
}
