import { checkArguments, keys, list, NUMBER, optional, TEXT } from "../error/shape.ts";
import type { System } from "../system/types.ts";

/**
 * How far to trust the numbers of a system, in two sentences: which of its parts were compared with history, how their
 * intervals did, and how much closer they came than the last figure. A part that no backtest of the system file names
 * (`tested`) is not tested. Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { howTested } from "cadre/backtest";
 * import { readSystem } from "cadre/node";
 * howTested(await readSystem("scenarios/cumbria/system.yaml")); // "Backtests found: leaving rates of adult social care…"
 * ```
 */
export function howTested(system: Pick<System, "tested">): string {
  const share = optional(keys({ value: NUMBER }));
  const part = keys({ what: TEXT, calibration: TEXT, pairs: NUMBER, coverage: share, skill: share });
  checkArguments({ system }, { system: keys({ tested: list(part) }) });
  const { tested } = system;
  if (tested.length === 0)
    return "No part of this system has been compared with history, so its skill and its intervals are not tested.";
  const parts = tested.map(({ what, calibration, coverage, skill, pairs }) => {
    const held = coverage === undefined ? "" : `, ${Math.round(coverage.value * 100)}% of figures in the 80% interval`;
    const nearer =
      skill === undefined
        ? ""
        : `, ${Math.abs(Math.round(skill.value * 100))}% ${skill.value < 0 ? "further off" : "closer"} than the last figure`;
    return `${what}: ${calibration}${held}${nearer} (${pairs} ${pairs === 1 ? "pair" : "pairs"})`;
  });
  return `Backtests found: ${parts.join("; ")}. Everything else, including the gap, is not tested.`;
}
