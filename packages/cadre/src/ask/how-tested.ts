import { checkArguments, keys, list, NUMBER, optional, TEXT } from "../error/shape.ts";
import type { System } from "../system/types.ts";

/**
 * How far to trust the numbers of a system, in words: which of its parts were compared with later figures, how many of
 * these lay in the 80% interval, and how much smaller errors were than if the last figure had been repeated. A part that
 * the system file does not name under `tested` is not tested. Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { howTested } from "cadre/backtest";
 * import { readSystem } from "cadre/node";
 * howTested(await readSystem("scenarios/cumbria/system.yaml")); // "Past forecasts were compared with later figures. Leaving rates of…"
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
    const count = `${pairs} ${pairs === 1 ? "figure" : "figures"}`;
    const held = coverage === undefined ? count : `${percent(coverage.value)} of ${count} lay in the 80% interval`;
    const nearer =
      skill === undefined
        ? ""
        : `, errors were ${percent(Math.abs(skill.value))} ${skill.value < 0 ? "larger" : "smaller"} than by repeating the last figure`;
    const verdict = calibration === "not tested" ? "too few independent figures to judge" : `intervals ${calibration}`;
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${held}${nearer} (${verdict}).`;
  });
  return `Past forecasts were compared with later figures. ${parts.join(" ")} Everything else, including the gap, is not tested.`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
