import type { Result } from "cadre";
import { evidenceOf } from "cadre/scenarios";
import { element } from "./element.ts";
import { warningList } from "./warning-list.ts";

/**
 * What to mind about a run: effects that may be counted twice, effects that nobody has measured, and what
 * else it warns of that the run it is compared with does not.
 */
export function runRemarks(before: Result, after: Result): HTMLElement {
  const fresh = after.warnings.filter((warning) => !before.warnings.includes(warning));
  const twice = fresh.filter((warning) => warning.includes("counted twice"));
  const rest = fresh.filter((warning) => !twice.includes(warning));
  const { unmeasured } = evidenceOf(after.data.resolved.scenario);
  const list = (items: readonly string[]) => element("ul", {}, ...items.map((item) => element("li", {}, item)));
  return element(
    "div",
    { class: "remarks" },
    ...(twice.length > 0 ? [element("p", {}, element("strong", {}, "Counted twice?")), list(twice)] : []),
    ...(unmeasured.length > 0
      ? [
          element("p", {}, element("strong", {}, "Not measured."), ` ${unmeasuredWords(unmeasured.length)}`),
          list(unmeasured.map(({ title }) => title)),
        ]
      : []),
    ...warningList("remarks", rest),
  );
}

const unmeasuredWords = (count: number): string =>
  count === 1
    ? "Nobody has measured the effect of this one; its range is a guess:"
    : "Nobody has measured the effect of these; their ranges are guesses:";
