/** A whole number from 0 to `below` − 1, always the same ones for the same seed. */
export type Dice = (below: number) => number;

/** The mulberry32 generator, so that a seed gives the same inputs everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const NUMBERS = [
  ...["0", "-0", "1", "-1", "0.5", "1e308", "-1e308", "1e-320", "5e-324", "1e400", ".inf", "-.inf", ".nan"],
  ...["100%", "-10%", "1000%", "101%", "0%", "9007199254740993", "0x10", "0o7", "1_000", "12,5", "1e", "2024", "99999"],
];
const VALUES = [
  ...[
    "null",
    "~",
    "true",
    "no",
    "[]",
    "{}",
    "''",
    "x",
    "[1, 2]",
    "{ a: 1 }",
    "2024-02-29",
    "2023-02-30",
    "10000-01-01",
  ],
  ...["!!str 1", "!!binary aGk=", "!<tag:x> 1", "!!set { a }", "*nobody", "&a [*a]", "&a { b: *a }", "<<", "|", ">"],
  ...["__proto__", "constructor", "toString", "all", '"\\u0000"', '"\\u202e"', "'\ud83d\ude00'", "\ufeff", "?"],
];
const LINES = [
  ...[
    "<<: *a",
    "<<: { headcount: 1 }",
    "? [a, b]",
    "__proto__: { headcount: 1 }",
    "constructor: 1",
    "---",
    "...",
    "\t",
  ],
  ...[
    "%YAML 9.9",
    "- x",
    "a: &b 1",
    "*b : 2",
    ": 1",
    "# only a comment",
    "pools: {}",
    "headcount: 5",
    "axes: { age: none }",
  ],
];

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T;
const VALUE = /^(\s*(?:- )?[\w"'-]+:\s+)(.*)$/;

/** What may be done to the lines of a YAML file, each as people or programs spoil one. */
const CHANGES: readonly ((lines: string[], at: number, dice: Dice) => void)[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ""),
  (lines, at, dice) => lines.splice(at, 0, lines[dice(lines.length)] ?? ""),
  (lines, at, dice) => lines.splice(at, 0, (/^\s*/.exec(lines[at] ?? "")?.[0] ?? "") + pick(dice, LINES)),
  (lines, at) => {
    lines[at] = ` ${lines[at]}`;
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? "").replace(/^ /, "");
  },
  (lines, at, dice) => {
    lines[at] = (lines[at] ?? "").replace(VALUE, (_, key: string) => key + pick(dice, VALUES));
  },
  (lines, at, dice) => {
    lines[at] = (lines[at] ?? "").replace(
      VALUE,
      (_, key: string, value: string) => `${key}&a ${value}\n${key}*a${dice(9)}`,
    );
  },
  (lines, at, dice) => {
    lines[at] = (lines[at] ?? "").replace(/-?\d+(\.\d+)?%?/, () => pick(dice, NUMBERS));
  },
  (lines, at, dice) => {
    const found = [...(lines[at] ?? "").matchAll(/-?\d+(\.\d+)?/g)];
    const { 0: number, index } = found[dice(found.length)] ?? { 0: "", index: 0 };
    if (number)
      lines[at] = `${lines[at]?.slice(0, index)}${pick(dice, NUMBERS)}${lines[at]?.slice(index + number.length)}`;
  },
  (lines, at, dice) => {
    const text = lines[at] ?? "";
    const cut = dice(text.length + 1);
    lines[at] = text.slice(0, cut) + pick(dice, [...":{}[]&*!|>'\"%@`,#?-\t"]) + text.slice(cut + dice(2));
  },
];

/** A file with one to four changes. */
export function mutatedYaml(text: string, dice: Dice): string {
  const lines = text.split("\n");
  for (let n = 1 + dice(4); n > 0; n--) pick(dice, CHANGES)(lines, dice(lines.length), dice);
  return lines.join("\n");
}

const BYTES = [...',;"\n\r\t\u0000\u00a0\ufeff\ufffd-+.%eE0 '];

/** A table with one to six letters changed, left out or put in, or with a line too many or too few. */
export function mutatedCsv(text: string, dice: Dice): string {
  let letters = text;
  for (let n = 1 + dice(6); n > 0; n--) {
    const at = dice(letters.length + 1);
    const part = dice(4) === 0 ? pick(dice, [...NUMBERS, ...VALUES]) : pick(dice, BYTES);
    letters = letters.slice(0, at) + (dice(5) === 0 ? "" : part) + letters.slice(at + dice(3));
    if (dice(8) === 0) {
      const lines = letters.split("\n");
      lines.splice(dice(lines.length), dice(2), lines[dice(lines.length)] ?? "");
      letters = lines.join("\n");
    }
  }
  return letters;
}
