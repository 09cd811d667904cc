import type { Result } from "cadre";
import { evidenceOf } from "cadre/scenarios";
import { element } from "./element.ts";
import { folded } from "./folded.ts";

/**
 * What to mind about a run: effects that may be counted twice, effects that nobody has measured, and, folded away, what
 * else it remarks that the run it is compared with does not.
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
    ...(rest.length > 0
      ? [
          folded(
            {
              name: "remarks",
              summary: rest.length === 1 ? "The run has a remark" : `The run has ${rest.length} remarks`,
            },
            list(rest),
          ),
        ]
      : []),
  );
}

const unmeasuredWords = (count: number): string =>
  count === 1
    ? "Nobody has measured the effect of this one; its range is a guess:"
    : "Nobody has measured the effect of these; their ranges are guesses:";
