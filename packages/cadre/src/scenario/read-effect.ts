import { checkKeys, isRecord, type Report, showValue } from "../system/field/problem.ts";
import { parseNumber } from "../table/quantity.ts";
import type { Distribution, Effect } from "./distribution.ts";
import { DISTRIBUTION_WORDS, type DistributionKeys, isShape, SHAPES, type ShapeName } from "./effect-keys.ts";
import { FAMILIES, type Family } from "./interval.ts";

const RULE =
  "A number (0.9), a percentage (5%), an interval { p10: 0.8, p90: 0.95 }, or normal, lognormal, uniform, triangular, pert, beta or discrete with its numbers.";
const FIX = "Write it like multiply: 0.9, or multiply: { p10: 0.8, p90: 0.95 }.";

/** Numbers under the keys of one distribution. */
type Values = Readonly<Record<string, number>>;
type Path = readonly PropertyKey[];

/** Reads one number of an effect at its place. */
type ReadNumber = (value: unknown, path: Path) => number;

/** Numbers of a distribution that are values of the effect itself, not widths, shapes or shares. */
const VALUES = ["p10", "p90", "mean", "median", "low", "mode", "high", "value"];

/** Reads an effect (or a factor, in `multiply`) as planners write it, and says what is wrong at its place. */
export function readEffect(raw: unknown, report: Report, { factor = false } = {}): Effect {
  const readNumber: ReadNumber = (value, path) => {
    const last = path[path.length - 1];
    const number = plainNumber(value, report, path);
    if (factor && (last === undefined || VALUES.includes(String(last)))) checkFactor(value, number, report, path);
    return number;
  };
  if (!isRecord(raw)) return readNumber(raw, []);
  if ("p10" in raw || "p90" in raw) return readInterval(raw, report, readNumber);
  const [name, ...more] = Object.keys(raw);
  if (name === undefined || more.length > 0 || !(isShape(name) || name === "discrete")) {
    const word = [name, ...more].find((key) => key !== undefined && !DISTRIBUTION_WORDS.includes(key)) ?? "";
    const problem = {
      code: "bad-effect",
      value: showValue(raw),
      rule: RULE,
      fix: FIX,
      known: DISTRIBUTION_WORDS,
      word,
    };
    report({ ...problem, message: "This is not a known distribution." });
    return 0;
  }
  if (name === "discrete") return readDiscrete(raw.discrete, report, readNumber);
  return readShape(name, raw[name], report, readNumber);
}

function readInterval(raw: Record<string, unknown>, report: Report, readNumber: ReadNumber): Effect {
  checkKeys(raw, ["p10", "p90", "family"], report);
  const p10 = readNumber(raw.p10, ["p10"]);
  const p90 = readNumber(raw.p90, ["p90"]);
  const { family } = raw;
  if (family === undefined) return sound({ p10, p90 }, report, []);
  if (FAMILIES.includes(family as Family)) return sound({ p10, p90, family: family as Family }, report, []);
  report(
    {
      code: "unknown-word",
      message: `"${showValue(family)}" is not a family of distributions that is known here.`,
      value: showValue(family),
      rule: `One of ${FAMILIES.join(", ")}; normal when left out.`,
      fix: "Write it like { p10: 0.8, p90: 0.95, family: lognormal }.",
      known: FAMILIES,
      word: String(family),
    },
    ["family"],
  );
  return 0;
}

function readShape(name: ShapeName, given: unknown, report: Report, readNumber: ReadNumber): Effect {
  const ways: readonly DistributionKeys[] = SHAPES[name];
  const record = isRecord(given) ? given : {};
  // Of several ways to write it the one that has most in common with what is there.
  const inCommon = (way: DistributionKeys) => way.wanted.filter((key) => key in record).length;
  const way = ways.reduce((so, one) => (inCommon(one) > inCommon(so) ? one : so));
  checkKeys(record, keysOf(way), (problem, path = []) => report(problem, [name, ...path]));
  const missing = way.wanted.filter((key) => !(key in record));
  if (missing.length > 0) {
    // A key that is only misspelt has been named, with what was meant.
    if (Object.keys(record).some((key) => !keysOf(way).includes(key))) return 0;
    const wanted = ways.map(({ wanted }) => wanted.join(", ")).join(", or ");
    report({ code: "bad-effect", message: `${name} has ${wanted}.`, value: showValue(given), rule: RULE, fix: FIX }, [
      name,
    ]);
    return 0;
  }
  const keys = keysOf(way).filter((key) => key in record);
  const values = Object.fromEntries(keys.map((key) => [key, readNumber(record[key], [name, key])]));
  return sound({ [name]: values } as Distribution, report, [name]);
}

const keysOf = ({ wanted, further = [] }: DistributionKeys): string[] => [...wanted, ...further];

function readDiscrete(given: unknown, report: Report, readNumber: ReadNumber): Effect {
  const list = Array.isArray(given) ? given : [];
  const discrete = list.map((item, i) => {
    const record = isRecord(item) ? item : {};
    const at = ["discrete", i];
    checkKeys(record, ["value", "share"], (problem, path = []) => report(problem, [...at, ...path]));
    return {
      value: readNumber(record.value, [...at, "value"]),
      share: readNumber(record.share, [...at, "share"]),
    };
  });
  return sound({ discrete }, report, ["discrete"]);
}

function plainNumber(value: unknown, report: Report, path: Path): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const found = typeof value === "string" ? parseNumber(value) : undefined;
  if (found && (found.unit === "" || found.unit === "per year")) return found.value;
  report({ code: "bad-effect", message: "This is not a number.", value: showValue(value), rule: RULE, fix: FIX }, path);
  return Number.NaN;
}

/** Percentages below or above these are more often the change itself (10% for a tenth fewer) than what is left of a number. */
const [FEW, MANY] = [0.3, 3];

/** A factor is what is left: 90% or 0.9 for a tenth fewer. Who writes 10% or -10% means the change. */
function checkFactor(raw: unknown, value: number, report: Report, path: Path): void {
  const percentage = typeof raw === "string" && raw.includes("%");
  const size = `${Number((Math.abs(value) * 100).toPrecision(6))}%`;
  const left = (change: number) => {
    const factor = Number((1 + change).toPrecision(6));
    return `${Number((factor * 100).toPrecision(6))}% (or ${factor})`;
  };
  const rule = "multiply says what is left of a number: 90% or 0.9 for a tenth fewer, 110% or 1.1 for a tenth more.";
  if (value < 0)
    report(
      {
        code: "negative-factor",
        message: "A negative factor would make a number negative.",
        value: showValue(raw),
        rule,
        fix: value > -1 ? `Write ${left(value)} for ${size} fewer.` : "Write a factor of zero or more.",
      },
      path,
    );
  else if (percentage && value < FEW)
    report(
      {
        code: "doubtful-factor",
        message: `This leaves ${size} of the number, and takes ${Number(((1 - value) * 100).toPrecision(6))}% away.`,
        value: showValue(raw),
        rule,
        fix: `Write ${left(-value)} for ${size} fewer, ${left(value)} for ${size} more, or ${value} if so little is left.`,
      },
      path,
    );
  else if (percentage && value > MANY)
    report(
      {
        code: "doubtful-factor",
        message: `This makes the number ${Number(value.toPrecision(6))} times as large.`,
        value: showValue(raw),
        rule,
        fix: `Write ${value} if that is meant.`,
      },
      path,
    );
}

/** The distribution, if its numbers agree with each other; what could not be read has been reported already. */
function sound(distribution: Distribution, report: Report, path: Path): Effect {
  const fault = contradiction(distribution);
  if (fault === undefined) return distribution;
  const fix = "Correct the numbers.";
  report({ code: "bad-effect", message: fault, value: showValue(distribution), rule: RULE, fix }, path);
  return 0;
}

/** A number that this distribution does not have: whatever it is compared with, it is no fault. */
const NONE = Number.NaN;

/** What is wrong between the numbers of a distribution; comparisons are such that a number not read is no fault here. */
function contradiction(distribution: Distribution): string | undefined {
  if ("p10" in distribution) {
    const { p10, p90, family } = distribution;
    if (p10 > p90) return "p10 is the smaller end of an interval.";
    if (family === "lognormal" && p10 <= 0) return "A lognormal interval lies above 0.";
    if (family === "logit-normal" && (p10 <= 0 || p90 >= 1))
      return "A logit-normal interval lies between 0 and 1 (0% and 100%), without its ends.";
    return undefined;
  }
  if ("discrete" in distribution) {
    const sum = distribution.discrete.reduce((so, { share }) => so + share, 0);
    if (distribution.discrete.length === 0) return "discrete is a list of values and their shares.";
    if (distribution.discrete.some(({ share }) => share < 0)) return "A share is not below 0%.";
    return Math.abs(sum - 1) > 1e-6 ? `Shares add up to 100%; these add up to ${percent(sum)}.` : undefined;
  }
  const [values] = Object.values(distribution) as [Values];
  const ends: Values = "beta" in distribution ? { low: 0, high: 1 } : {};
  const given: Values = { ...ends, ...values };
  const { low = NONE, high = NONE, mode = NONE, sd = NONE, mean = NONE, median = NONE, a = NONE, b = NONE } = given;
  if (low > high) return "low is not above high.";
  if (mode < low || mode > high) return "The mode lies between low and high.";
  if (sd < 0) return "A standard deviation is not below 0.";
  if (median <= 0) return "The median of a lognormal distribution is above 0.";
  if (!("beta" in distribution)) return undefined;
  if (low === high) return "low is below high.";
  if (a <= 0 || b <= 0) return "a and b are above 0.";
  if (mean <= low || mean >= high) return "The mean lies between low and high.";
  if (sd === 0) return "The standard deviation of a beta distribution is above 0.";
  if (sd ** 2 >= (mean - low) * (high - mean))
    return `No distribution between ${low} and ${high} with that mean is so wide: sd is below ${Math.sqrt((mean - low) * (high - mean)).toPrecision(3)}.`;
  return undefined;
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(6))}%`;
