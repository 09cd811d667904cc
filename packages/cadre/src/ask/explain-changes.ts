import { datedParameters } from "../changes/dated-parameters.ts";
import { parameterNamed } from "../model/parameter-of.ts";
import type { Result } from "../projection/result.ts";
import { centre } from "../scenario/centre.ts";
import { type AppliedChange, isDecision, partOfEffect, phasedIn, writtenChanges } from "../scenario/change.ts";
import { evidenceRule } from "../scenario/evidence.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { cellMask, selects, type Where } from "../table/where.ts";
import type { ExplanationStep } from "./explanation.ts";

/** Each change of the result's scenario that works on a parameter of a pool (or of the system) in a year. */
export function changeSteps(
  result: Result,
  parameter: string,
  { pool, ...cells }: Where,
  year: number,
): ExplanationStep[] {
  const { scenario, system, years } = result.data.resolved;
  const asked = cellMask(system.axes, cells);
  const known = datedParameters(system);
  return writtenChanges(scenario).flatMap((one) => {
    const { change } = one;
    const dated = known.get(change.parameter);
    // A number of the base year may be named by its path, and a list has its numbers one level down.
    const names = [change.parameter, ...(pool ? [change.parameter.replace(`pools.${pool}.`, "")] : [])];
    if (!names.some((name) => name === parameter || (!dated && name.startsWith(`${parameter}.`)))) return [];
    if (
      pool !== undefined &&
      dated?.of !== "system" &&
      !selects(change.where ?? {}, { id: pool, ...system.pools[pool]! })
    )
      return [];
    const mask = cellMask(system.axes, dated?.of === "cell" ? (change.where ?? {}) : {});
    if (dated?.of === "cell" && !mask?.some((on, c) => on && asked?.[c])) return [];
    const at = dated ? phasedIn(change, year, years[0]!) : 1;
    if (at === 0) return [];
    const all = dated?.of !== "cell" || !asked?.some((on, c) => on && !mask?.[c]);
    return [stepOf(one, scenario, at, year, all)];
  });
}

function stepOf(one: AppliedChange, scenario: Scenario, at: number, year: number, all: boolean): ExplanationStep {
  const { change, kind, value, share, title, by } = one;
  const intervention = scenario.interventions?.find(({ id }) => id === by);
  const said = { multiply: "is multiplied", add: "is added to", set: "is set", variant: "is taken" }[kind];
  const working = partOfEffect(kind, value, at);
  const part = kind === "set" ? share * at : 1;
  const { source, at: where, unknown } = intervention?.evidence ?? {};
  const note = [
    foundWords(change, kind),
    ...evidenceWords(change, intervention, scenario),
    intervention?.reach !== undefined && `reaches ${percent(intervention.reach)} of them`,
    phaseWords(change, at, year),
    kind === "set" && part < 1 && `so ${percent(part)} of the way to it`,
    !all && `works on ${cellWords(change.where ?? {})} only`,
    unknown && "nobody has measured this effect",
    kind === "set" && parameterNamed(change.parameter)?.facts.setMeans,
    change.note,
  ].filter(Boolean);
  const place = placeOf(scenario, one.path);
  return {
    what: `${said[0]!.toUpperCase()}${said.slice(1)} by ${title}`,
    ...(kind !== "variant" && { value: working, unit: kind === "multiply" ? "factor" : "" }),
    ...(source && { source: scenario.sources?.[source]?.title ?? source }),
    ...(where && { at: where }),
    ...(note.length > 0 && { note: note.join("; ") }),
    ...(place && { place }),
  };
}

function foundWords(change: Change, kind: AppliedChange["kind"]): string {
  if (kind === "variant") return `variant ${change.variant}`;
  const found = change[kind] ?? 0;
  const mean = `${number(centre(found))}`;
  if (typeof found === "number") return `as found ${mean}`;
  return "p10" in found ? `as found ${number(found.p10)} to ${number(found.p90)}, mean ${mean}` : `as found ${mean}`;
}

function evidenceWords(change: Change, intervention: Intervention | undefined, { evidence: mode }: Scenario): string[] {
  const { evidence } = intervention ?? {};
  if (!evidence) return [];
  if (isDecision(change)) return ["a decision, which evidence does not weaken"];
  const rule = evidenceRule(evidence, mode);
  const level = `evidence level ${evidence.level}`;
  if (!rule) return [`${level}, taken as found`];
  return [
    rule.shrink === 0 ? `${level} takes nothing away` : `${level} takes away ${percent(rule.shrink)} of the effect`,
  ];
}

function phaseWords({ from, until, over = 1 }: Change, at: number, year: number): string | undefined {
  if (at < 1) return `${percent(at)} phased in by ${year}`;
  if (from === undefined && until === undefined) return undefined;
  const start = from === undefined ? "from the start" : `in full from ${from + over - 1}`;
  return until === undefined ? start : `${start} until ${until}`;
}

const cellWords = ({ sex, age, tenure }: Where): string =>
  [sex, age && `age ${age}`, tenure && `tenure ${tenure}`].filter(Boolean).join(", ");

/** Where a change was written; what came from the catalogue stands where it is used. */
function placeOf({ file, positions }: Scenario, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = positions?.[path.slice(0, length).map(String).join(".")];
    if (found) return [file, ...found].filter((part) => part !== undefined).join(":");
  }
  return undefined;
}

const percent = (share: number): string => `${number(share * 100)}%`;
const number = (value: number): number => Number(value.toPrecision(4));
