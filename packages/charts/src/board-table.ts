import type { Comparison, CountedMeasure, Result } from "cadre";
import { checkArguments, SHAPES } from "cadre/arguments";
import { unpriced } from "cadre/results";
import { evidenceOf } from "cadre/scenarios";
import { groupTitle } from "./group-title.ts";
import { measureWords } from "./measure-words.ts";
import { countText, roundWhole } from "./number.ts";
import type { Table } from "./table.ts";
import { oneLine } from "./text-width.ts";
import { UNMEASURED } from "./unmeasured.ts";

/** For which pool or group, and which year. */
export interface BoardTableOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** The last year when left out. */
  year?: number;
}

const { keys, list, number, object, only, optional, text } = SHAPES;
const COMPARISON = keys({ results: list(object, 1) });
const OPTIONS = only<BoardTableOptions>({ pool: optional(text), year: optional(number) });

/**
 * Scenarios as a table that a board can read: the gap of a year, how far it differs from the first scenario's, what the
 * interventions cost until then, and how sure their effects are. Pay stands apart from other costs, since a
 * scenario that fills more posts pays more people. A scenario that rests on an effect nobody has measured
 * is marked with a star. An intervention without a stated cost is not free: the table says how many have none.
 *
 * @example
 * ```ts
 * import { compare, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardTable } from "@cadre/charts";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const kept = run(cumbria, { id: "kept", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] });
 * boardTable(compare([run(cumbria), kept])).rows.length; // 2
 * ```
 */
export function boardTable(comparison: Comparison, options: BoardTableOptions = {}): Table {
  checkArguments({ comparison, options }, { comparison: COMPARISON, options: OPTIONS });
  const { pool = "all" } = options;
  const [first] = comparison.results as [Result, ...Result[]];
  const year = options.year ?? first.last;
  const gaps = comparison.at({ pool, measure: "gap", year });
  const unit = first.unit({ pool, measure: "gap" });
  const costs = comparison.results.map((result) => costUntil(result, "cost.interventions", year));
  const pay = comparison.results.map((result) => costUntil(result, "cost.pay", year));
  const others = comparison.results.map(
    (result, i) => costUntil(result, "cost.total", year) - (costs[i] ?? 0) - (pay[i] ?? 0),
  );
  const all = others.map((cost, i) => cost + (costs[i] ?? 0) - ((others[0] ?? 0) + (costs[0] ?? 0)));
  const more = pay.map((cost) => cost - (pay[0] ?? 0));
  const paid = pay.some((cost) => roundWhole(cost) !== 0);
  // Without any price of staff in the file, a difference of costs would be that of the interventions again.
  const priced = others.some((cost) => roundWhole(cost) !== 0);
  const say = measureWords("cost.interventions", costs);
  const sayAll = measureWords("cost.total", all);
  const sayPay = measureWords("cost.pay", more);
  const unsure = comparison.results.some((result) => unmeasured(result) > 0);
  const years = `${first.years[0]} to ${year}`;
  const caption = [
    `${groupTitle(first, pool)}: scenarios side by side`,
    `Gap in ${unit.long} in ${year}, a minus sign is a surplus`,
    `Change: against “${oneLine(first.title)}”`,
    `Costs: ${years}, of all staff together`,
    ...(unsure ? [`${UNMEASURED.trim()} Depends on an effect that nobody has measured`] : []),
  ];
  return {
    caption: caption.join(". "),
    columns: [
      "Scenario",
      `Gap (${unit.short})`,
      `Change (${unit.short})`,
      `Interventions (${say.unit})`,
      ...(priced ? [`Change of ${paid ? "costs apart from pay" : "all costs"} (${sayAll.unit})`] : []),
      ...(paid ? [`Change of pay (${sayPay.unit})`] : []),
      "Evidence",
    ],
    rows: comparison.results.map((result, i) => {
      const { interventions = [] } = result.data.resolved.scenario;
      return [
        `${oneLine(result.title)}${unmeasured(result) > 0 ? UNMEASURED : ""}`,
        countText(gaps[i]?.value ?? 0),
        i === 0 ? "–" : signed(gaps[i]?.difference ?? 0, countText),
        interventions.length === 0 ? "–" : costWords(result, say.text((costs[i] ?? 0) / say.per)),
        ...(priced ? [i === 0 ? "–" : signed((all[i] ?? 0) / sayAll.per, sayAll.text)] : []),
        ...(paid ? [i === 0 ? "–" : signed((more[i] ?? 0) / sayPay.per, sayPay.text)] : []),
        interventions.length === 0 ? "–" : evidenceOf(result.data.resolved.scenario).words,
      ];
    }),
  };
}

const unmeasured = (result: Result): number => evidenceOf(result.data.resolved.scenario).unmeasured.length;

const signed = (value: number, text: (value: number) => string): string =>
  `${roundWhole(value) > 0 ? "+" : ""}${text(value)}`;

function costUntil(result: Result, measure: CountedMeasure, until: number): number {
  return result.years.reduce((sum, year) => (year > until ? sum : sum + result.at({ measure, year })), 0);
}

/** A sum of costs, with how many interventions have none stated. */
function costWords(result: Result, sum: string): string {
  const { interventions = [] } = result.data.resolved.scenario;
  const open = unpriced(result).length;
  if (open === 0) return sum;
  if (open === interventions.length) return "not stated";
  return `${sum}, ${open} not stated`;
}
