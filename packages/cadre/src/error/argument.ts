import {
  byName,
  checkArguments,
  either,
  FUNCTION,
  isThing,
  keys,
  list,
  NUMBER,
  only,
  optional,
  plain,
  TEXT,
  whole,
} from "./shape.ts";

// What the functions of the library take most often.

const isText = (value: unknown): boolean => value === undefined || typeof value === "string";
const isList = (value: unknown): boolean => value === undefined || (Array.isArray(value) && isWhole(value));
/** Whether a list has no holes, and nothing in it that is no object. */
const isWhole = (value: readonly unknown[]): boolean => Array.from(value).every(isThing);

/** What `parseSystem` and `readSystem` give. */
export const SYSTEM = plain(
  "a system",
  (value) => isThing(value) && [value.pools, value.calendar, value.axes, value.origin].every(isThing),
  {
    rule: "A system is what parseSystem or readSystem returns.",
    fix: "Pass that; readSystem returns a promise, so write await before it.",
  },
);

/** What `parseScenario` and `readScenario` give, or an object with changes. */
export const SCENARIO = plain(
  "a scenario",
  (value) =>
    isThing(value) &&
    !Array.isArray(value) &&
    [value.adjustments, value.changes, value.assumptions, value.interventions, value.uncertainties].every(isList) &&
    [value.id, value.title, value.kind, value.question, value.note, value.system, value.evidence].every(isText),
  {
    rule: "A scenario is what parseScenario or readScenario returns, or an object with lists of changes.",
    fix: "Pass that; readScenario returns a promise, so write await before it.",
  },
);

/** What `run` gives. */
export const RESULT = plain(
  "a result",
  (value) => isThing(value) && isThing(value.data) && isThing(value.data.resolved) && isThing(value.data.projection),
  { rule: "A result is what run returns.", fix: "Pass that." },
);

/** Which pool, measure and year are asked about. */
export const POOL_MEASURE_YEAR = only({ pool: optional(TEXT), measure: optional(TEXT), year: optional(NUMBER) });

/** Whose gap is asked about, and when. */
export const POOL_YEAR = only({ pool: optional(TEXT), year: optional(NUMBER) });

/** Which number of a result is asked for, which series, and which unit. */
export const NUMBER_ASKED = only({ pool: optional(TEXT), measure: TEXT, year: NUMBER });
export const SERIES_ASKED = only({ pool: optional(TEXT), measure: TEXT });

/** Something that may be done, with its changes. */
export const INTERVENTION = keys({
  id: TEXT,
  changes: list(keys({ parameter: TEXT })),
  evidence: optional(keys({ level: whole(0, 4) })),
});

/** What draws begin with. */
export const SEED = plain("a number or a text", (value) => typeof value === "string" || Number.isFinite(value));

const CONTENTS = plain("a text", (value) => typeof value === "string", {
  rule: "A parser reads the text of a file.",
  fix: "Pass the contents of the file; readSystem, readScenario and the others of cadre/node read a file by its path.",
});

const READING = optional(only({ file: optional(TEXT), files: optional(either(FUNCTION, byName(TEXT))) }));

/** Throws a `CadreError` unless a parser was given a text, and options of parsers. */
export function checkText(text: unknown, options?: unknown): void {
  checkArguments({ text, options }, { text: CONTENTS, options: READING });
}

/** Throws a `CadreError` unless this is the path of a file. */
export function checkPath(path: unknown): void {
  checkArguments({ path }, { path: TEXT });
}

/** Throws a `CadreError` unless this is a system. */
export function checkSystem(system: unknown): void {
  checkArguments({ system }, { system: SYSTEM });
}

/** Throws a `CadreError` unless this is a scenario. */
export function checkScenario(scenario: unknown): void {
  checkArguments({ scenario }, { scenario: SCENARIO });
}

/** Throws a `CadreError` unless this is a result. */
export function checkResult(result: unknown): void {
  checkArguments({ result }, { result: RESULT });
}

/** Throws a `CadreError` unless these are results. */
export function checkResults(results: unknown, least = 0): void {
  checkArguments({ results }, { results: list(RESULT, least) });
}
