import type { GridLine, LeverLimits, LeverRange, Target } from "cadre/decide";
import { InvalidArgumentError } from "commander";

const WHERE = ["pool", "sector", "employer", "role", "place", "sex", "age", "tenure"] as const;
const YEARS = ["from", "until", "over"] as const;
const KINDS = ["set", "multiply", "add"] as const;
const SHOWN = "leaving.rate, sector=social-care, from=2021, over=3, multiply=60%..100%";

const isOne = <T extends string>(names: readonly T[], word: string): word is T =>
  (names as readonly string[]).includes(word);

/** A lever of the command line: a parameter, then what narrows it, with commas between. */
export function lever(text: string): LeverRange {
  const { change, kinds, whole } = parts(text);
  const found = kinds.map(([kind, value]) => [kind, { ...range(value), ...(whole && { whole }) }]);
  return { ...change, ...Object.fromEntries(found), ...(whole && kinds.length === 0 && { set: { whole } }) };
}

/** A line of a grid: `recruitment.effort, from=2021, multiply=90%/100%/105%`. */
export function gridLine(text: string): GridLine {
  const { change, kinds } = parts(text);
  const [one, ...more] = kinds;
  if (!one || more.length > 0)
    throw new InvalidArgumentError("A grid has the values of one number, as in multiply=90%/100%/105%.");
  return { ...change, how: one[0], values: one[1].split("/").map(number) };
}

/** What a change says beside its number, and that number as it was written. */
function parts(text: string) {
  const [parameter = "", ...rest] = text.split(",").map((part) => part.trim());
  if (parameter === "") throw new InvalidArgumentError(`A lever begins with a parameter, as in "${SHOWN}".`);
  const where: Record<string, string | number> = {};
  const years: Record<string, number> = {};
  const kinds: [(typeof KINDS)[number], string][] = [];
  for (const part of rest.filter((one) => one !== "whole")) {
    const [key = "", value = ""] = part.split(/=(.*)/s);
    if (isOne(KINDS, key)) kinds.push([key, value]);
    else if (isOne(YEARS, key) && /^\d+$/.test(value)) years[key] = Number(value);
    else if (isOne(WHERE, key) && value !== "") where[key] = value;
    else if (key === "level" && /^\d+$/.test(value)) where.level = Number(value);
    else throw new InvalidArgumentError(`"${part}" is not part of a lever. Write it as in "${SHOWN}".`);
  }
  const change = { parameter, ...(Object.keys(where).length > 0 && { where }), ...years };
  return { change, kinds, whole: rest.includes("whole") };
}

/** `0..200`, `0..`, `..200` or nothing for whatever a number can be. */
function range(text: string): LeverLimits {
  if (text === "") return {};
  const ends = text.split("..");
  if (ends.length !== 2) throw new InvalidArgumentError(`"${text}" is not a range. Write low..high, as in 0..200.`);
  const [low = "", high = ""] = ends;
  return { ...(low !== "" && { low: number(low) }), ...(high !== "" && { high: number(high) }) };
}

function number(text: string): number {
  const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError(`"${text}" is not a number. Write 500, 0.5 or 50%.`);
  return value;
}

/** Measures of which less is better. */
const LESS = /^(gap|vacancyRate|agency|leavers|churn|dropouts|cost|entrants\.missing|graduates\.lost)/;

/** A target of the command line: `0`, `50%`, `<=100` or `>=5000`. Without a sign, less is better of gaps, leavers and costs. */
export function target(text: string, measure: string): Pick<Target, "atMost" | "atLeast"> {
  const [, sign = "", value = ""] = /^\s*(<=|>=)?(.*)$/s.exec(text) ?? [];
  const most = sign === "" ? LESS.test(measure) : sign === "<=";
  return most ? { atMost: number(value.trim()) } : { atLeast: number(value.trim()) };
}
