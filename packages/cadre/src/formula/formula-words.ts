/** What a formula is worked out from, at one reference date. */
export interface FormulaContext {
  /** Posts needed at the base date, in FTE. */
  readonly base: number;
  /** Years since the base date: 0 at the base. */
  readonly years: number;
  /** Calendar year of the reference date, such as 2027. */
  readonly year: number;
  /** People of an age band (`"65+"`, `"16-64"`, `"all"`) at this reference date. */
  people(band: string): number;
  /** People of an age band at the base date. */
  people0(band: string): number;
}

/** The numbers a formula may name. */
export const NUMBER_NAMES: Readonly<Record<string, (context: FormulaContext) => number>> = {
  base: (context) => context.base,
  years: (context) => context.years,
  year: (context) => context.year,
};

/** The functions that take an age band in quotes. */
export const PEOPLE_FUNCTIONS: Readonly<Record<string, (context: FormulaContext, band: string) => number>> = {
  people: (context, band) => context.people(band),
  people0: (context, band) => context.people0(band),
};

/** A function of numbers: how many it takes, and what it makes of them. */
interface NumberFunction {
  readonly least: number;
  readonly most: number;
  readonly apply: (...numbers: number[]) => number;
}

const one = (apply: (x: number) => number): NumberFunction => ({ least: 1, most: 1, apply });

/** The functions of numbers. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, NumberFunction>> = {
  min: { least: 2, most: 20, apply: Math.min },
  max: { least: 2, most: 20, apply: Math.max },
  sqrt: one(Math.sqrt),
  exp: one(Math.exp),
  log: one(Math.log),
  abs: one(Math.abs),
  round: one(Math.round),
};

/** How an operator joins two numbers. */
export const OPERATORS: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "^": (left, right) => left ** right,
};

/** How two numbers are compared. */
export const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

/** The rule on words, as errors say it. */
export const WORDS_RULE = `A formula knows the numbers ${Object.keys(NUMBER_NAMES).join(", ")} and the functions ${[
  ...Object.keys(PEOPLE_FUNCTIONS),
  ...Object.keys(NUMBER_FUNCTIONS),
].join(", ")}.`;

/** What a table above holds for a word; names every object has (`constructor`) are not in it. */
export function wordIn<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
