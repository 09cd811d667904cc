import type { Decomposition, Result } from "cadre";
import { isRatio } from "cadre/measures";
import { evidenceOf } from "cadre/scenarios";
import { MARK } from "./plan.ts";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { figureOf, headOf, signedOf } from "./text/measure.ts";
import { readableNumber } from "./text/number.ts";

/** What each intervention adds, and why the gap changes, for a terminal. Sums are shown. */
export function decompositionText(found: Decomposition, before: Result, after: Result): string {
  const { pool, measure, year, parts, exact } = found;
  const number = (value: number) => figureOf(measure, value, 2);
  const signed = (value: number) => signedOf(measure, value, 2);
  const scenarios = [after, before].map(({ data }) => data.resolved.scenario);
  const interventions = scenarios.flatMap((one) => one.interventions ?? []);
  const evidence = (id: string) => {
    const found = interventions.find((one) => one.id === id)?.evidence;
    return found ? `level ${found.level}` : "–";
  };
  const unmeasured = scenarios.flatMap((one) => evidenceOf(one).unmeasured.map(({ id }) => id));
  const unsure = new Set(parts.map(({ id }) => id).filter((id) => unmeasured.includes(id)));
  // An error too small to be seen is not none.
  const range = (error: number) => {
    const text = number(1.96 * error);
    return error > 0 && text === number(0) ? `<${isRatio(measure) ? "0.01%" : "1"}` : text;
  };
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const wide = exact ? [] : ["± (95%)"];
  const title = after.groups.find(({ id }) => id === pool)?.title ?? pool;
  const rows = [
    [`${headOf(after, pool, measure)} in ${year}`, "Share", "By itself", ...wide, "Evidence"],
    [`${clippedTitle(before.title, 36)}`, number(found.before), "", ...wide.map(() => ""), ""],
    ...[...parts]
      .sort((one, other) => one.value - other.value)
      .map(({ id, title, value, alone, error }) => [
        `  ${clippedTitle(title, exact ? 40 : 34)}${unsure.has(id) ? MARK : ""}`,
        signed(value),
        signed(alone),
        ...(exact ? [] : [range(error)]),
        evidence(id),
      ]),
    ["  sum of shares", signed(sum), "", ...wide.map(() => ""), ""],
    [`${clippedTitle(after.title, 36)}`, number(found.after), "", ...wide.map(() => ""), ""],
  ];
  return [
    wrappedText(`${after.system.title}, ${title.toLowerCase()}: “${after.title}” against “${before.title}”`),
    "",
    columns(rows),
    "",
    wrappedText(
      exact
        ? "Share: the mean of what an intervention adds over every order in which they could be added (Shapley value)."
        : "Share: the mean of what an intervention adds over sampled orders (Shapley value), with its 95% range.",
    ),
    ...(unsure.size > 0 ? [wrappedText(`${MARK.trim()} Nobody has measured the effect.`)] : []),
    "",
    driversText(found, before, after),
  ].join("\n");
}

function driversText({ pool, year, drivers }: Decomposition, before: Result, after: Result): string {
  const signed = (value: number) => `${Math.round(value) > 0 ? "+" : ""}${readableNumber(value)}`;
  const gap = (result: Result, when: number) => readableNumber(result.at({ pool, measure: "gap", year: when }));
  const lines = drivers.before.map(({ title, value }, i) => ({ title, values: [value, drivers.after[i]!.value] }));
  const known = lines.filter(({ values }) => values.some((value) => Math.round(value) !== 0));
  const rest = lines.filter((line) => !known.includes(line)).flatMap(({ values }) => values);
  return columns([
    [
      `Why the gap changes (${after.unit({ pool, measure: "gap" }).short})`,
      clippedTitle(before.title, 22),
      clippedTitle(after.title, 22),
    ],
    [`Gap in ${before.base}`, gap(before, before.base), gap(after, after.base)],
    ...known.map(({ title, values }) => [`  ${title}`, ...values.map(signed)]),
    ...(rest.some((value) => value !== 0) && known.length === 0 ? [["  nothing", "0", "0"]] : []),
    [
      "  sum of changes",
      ...[drivers.before, drivers.after].map((of) => signed(of.reduce((sum, { value }) => sum + value, 0))),
    ],
    [`Gap in ${year}`, gap(before, year), gap(after, year)],
  ]);
}
