import type { UncertainNumber } from "cadre";

/** Uncertain numbers with titles a planner would use: an action stands for its effect, and NHS is written as it is. */
export function inPlainWords<Row extends UncertainNumber>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, title: named(row) }));
}

function named({ title, from }: UncertainNumber): string {
  const words = title.replace(/\bnhs\b/g, "NHS");
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  return from === "intervention" ? `Effect of: ${whole}` : whole;
}
