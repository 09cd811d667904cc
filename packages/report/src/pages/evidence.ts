import type { Intervention, Result, Scenario } from "cadre";
import { EVIDENCE_RULES, effectShare, evidenceOf } from "cadre/scenarios";
import { percent } from "../pack/cell.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { shortenedText } from "../text/plain.ts";

/** How sure the effects of the interventions are, and what that makes of them; left out where there are none. */
export function evidencePage({ results, first, plan }: PackSetting): PackPage | undefined {
  const used = usedIn(results);
  if (used.length === 0) return undefined;
  const shown = plan && interventionsOf(plan).length > 0 ? plan : (used[0]?.result ?? first);
  const { words, unmeasured } = evidenceOf(shown.data.resolved.scenario);
  const count = interventionsOf(shown).length;
  return {
    id: "evidence",
    about: "Evidence",
    title:
      unmeasured.length > 0
        ? `Nobody has measured the effect of ${unmeasured.length === count ? "any" : unmeasured.length} of the ${count} interventions of “${scenarioName(shown)}”`
        : `The ${count} interventions of “${scenarioName(shown)}” rest on evidence of ${words}`,
    text: "Levels follow the Nesta Standards of Evidence, from 4 (replicated) to 0 (opinion). The weaker the evidence, the less of an effect is counted and the wider its range.",
    points: [],
    tables: [interventionTable(used), ruleTable()],
    notes: [
      "Only a part of a measured effect is counted: the share in the second table. A decision, such as an intake, is counted in full.",
      "Reach is the share of the intended people who are reached.",
      "The factors are a judgement of the model, one table for every place; a scenario can switch them off (evidence: off).",
    ],
  };
}

const interventionsOf = ({ data }: Result): readonly Intervention[] => data.resolved.scenario.interventions ?? [];

interface Used {
  readonly result: Result;
  readonly one: Intervention;
}

/** Every intervention once, in the scenario that has it first. */
function usedIn(results: readonly Result[]): Used[] {
  const all = results.flatMap((result) => interventionsOf(result).map((one) => ({ result, one })));
  return all.filter(({ one }, i) => all.findIndex((other) => other.one.id === one.id) === i);
}

function interventionTable(used: readonly Used[]): PackTable {
  return {
    caption: "Interventions, how sure their effects are and how much of them is taken",
    columns: ["Intervention", "Evidence", "Effect taken", "Reach", "Cost a year", "Rests on"].map((title) => ({
      title,
      kind: "text",
    })),
    rows: used.map(({ result, one }): PackCell[] => {
      const { scenario } = result.data.resolved;
      return [
        shortenedText(one.title, 90),
        one.evidence ? `level ${one.evidence.level}${one.evidence.unknown ? ", not measured" : ""}` : "not rated",
        takenWords(one, scenario),
        reachWords(one.reach ?? 1),
        costWords(one),
        sourceWords(one, scenario),
      ];
    }),
  };
}

function takenWords(one: Intervention, scenario: Scenario): string {
  const shares = [...new Set(one.changes.map((change) => effectShare(scenario, one, change)))].sort();
  return shares.length === 0 ? "–" : shares.map(percent).join(" and ");
}

function costWords({ cost }: Intervention): string {
  if (cost?.perYear !== undefined) return `£${pounds(cost.perYear)}`;
  return cost?.once === undefined ? "not stated" : `£${pounds(cost.once)} once`;
}

const reachWords = (share: number): string => (share < 0.095 ? `${Number((share * 100).toFixed(1))}%` : percent(share));

const pounds = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");

function sourceWords({ evidence }: Intervention, { sources }: Scenario): string {
  if (!evidence) return "–";
  const source = evidence.source && (sources?.[evidence.source]?.title ?? evidence.source);
  return shortenedText([source, evidence.at].filter(Boolean).join(", "), 75) || "no source named";
}

/** The one rule by which evidence counts. */
function ruleTable(): PackTable {
  return {
    caption: "The rule: what each level of evidence makes of an effect",
    columns: [
      { title: "Level", kind: "text" },
      { title: "Means", kind: "text" },
      { title: "Effect taken", kind: "text" },
      { title: "Range made wider", kind: "text" },
    ],
    rows: EVIDENCE_RULES.map(({ level, means, shrink, widen }) => [
      String(level),
      means,
      percent(1 - shrink),
      widen === 1 ? "as found" : `${widen} times`,
    ]),
  };
}
