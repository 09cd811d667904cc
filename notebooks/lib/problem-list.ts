import { CadreError, type Problem } from "cadre";
import { element } from "./element.ts";

/** What is wrong with a text, each with its place in it, the value, the rule and what to do; all of it as text. */
export function problemList(problems: readonly Problem[], goTo: (line: number, column: number) => void): HTMLElement {
  return element(
    "div",
    { class: "problems" },
    element("p", {}, problems.length === 1 ? "One thing is wrong:" : `${problems.length} things are wrong:`),
    element("ul", {}, ...problems.map((problem) => element("li", {}, ...wordsOf(problem, goTo)))),
    element("p", {}, "The answer and the pictures below are still those of the last text that could be run."),
  );
}

function wordsOf(problem: Problem, goTo: (line: number, column: number) => void): (Node | string)[] {
  const { line, column = 1, value, rule, fix, didYouMean, path } = problem;
  const message = problem instanceof CadreError ? problem.summary : problem.message;
  const place = element("button", { type: "button" }, `Line ${line}, column ${column}`);
  place.addEventListener("click", () => goTo(line ?? 1, column));
  const further = [
    path && `At ${path}`,
    value !== undefined && `value: ${value}`,
    rule && `rule: ${rule}`,
    didYouMean && `did you mean “${didYouMean}”?`,
    fix && `to do: ${fix}`,
  ].filter((one) => typeof one === "string" && one !== "");
  return [
    ...(line === undefined ? [] : [place, " "]),
    element("strong", {}, message),
    element("br"),
    further.join("; "),
  ];
}
