import type { Solution, SolvedDraws, TargetOutcome } from "cadre/decide";
import { wrappedText } from "./text/columns.ts";
import { percentage, significantNumber } from "./text/number.ts";

/** A result so close to its target is the target, but for rounding. */
const ROUNDING = 1e-6;
const HOW = { set: "set to", multiply: "multiplied by", add: "raised by" } as const;

/** What was found, in sentences. */
export function solutionText(
  title: string,
  levers: readonly string[],
  answer: Solution,
  sure: SolvedDraws | undefined,
): string {
  const lines = [`${title}.`];
  if (answer.kind === "not-needed") lines.push("Not needed: the target is met without it.");
  else {
    const moves = answer.targets.some((one) => one.reached !== one.unchanged);
    if (answer.kind === "value") lines.push("The target is met with:");
    else
      lines.push(
        `The target cannot be met${moves ? ". The nearest value within the range:" : ": no value brings it nearer."}`,
      );
    if (moves)
      answer.levers.forEach(({ kind, value }, i) => {
        lines.push(`  ${levers[i]} ${HOW[kind]} ${significantNumber(value)}`);
      });
  }
  lines.push(...answer.targets.map(reached));
  if (answer.kind === "cannot-be-met") lines.push(...answer.because.map(({ words }) => `In the way: ${words}`));
  if (sure) lines.push(...sureLines(sure));
  lines.push(`The model was run ${answer.runs} times.`);
  return lines.map((line) => wrappedText(line, line.startsWith("  ") ? "  " : "")).join("\n");
}

function reached({ pool, measure, year, target, sense, unchanged, reached }: TargetOutcome): string {
  const wanted = `${sense === "atMost" ? "at most" : "at least"} ${significantNumber(target)}`;
  const now = `${significantNumber(unchanged)} without it`;
  const shown = Math.abs(reached - target) <= ROUNDING ? target : reached;
  const then = reached === unchanged ? "" : `, ${significantNumber(shown)} with it`;
  return `${measure} of ${pool} in ${year}: ${wanted} is the target; ${now}${then}.`;
}

function sureLines({ draws, refused, likely, interval, reachable }: SolvedDraws): string[] {
  const value = (one: number | undefined) => (one === undefined ? "no value" : significantNumber(one));
  const chances = likely.map(({ chance, value: at }) => `${percentage(chance, 0)} likely: ${value(at)}`);
  return [
    `${draws - refused} draws of what is uncertain. Eight of ten draws need ${value(interval.near)} to ${value(interval.far)}.`,
    `To make the target ${chances.join("; ")}.`,
    ...(reachable < 1 ? [`In ${percentage(1 - reachable, 0)} of the draws no value within the range meets it.`] : []),
  ];
}
