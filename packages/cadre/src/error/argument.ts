import { CadreError } from "./cadre-error.ts";

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null;

/** What a program handed over, in words. */
function said(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Promise) return "a promise";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Throws a `CadreError` unless something holds of a value; one that cannot even be looked at is none. */
function check(value: unknown, holds: (value: unknown) => boolean, what: string, rule: string, fix: string): void {
  let right = false;
  try {
    right = holds(value);
  } catch {
    // A proxy may throw whatever it likes.
  }
  if (right) return;
  const message = `This is not ${what}.`;
  throw new CadreError({ code: "wrong-argument", path: what, message, value: said(value), rule, fix });
}

/** Throws a `CadreError` unless a parser was given a text. */
export function checkText(value: unknown): void {
  const fix =
    "Pass the contents of the file; readSystem, readScenario and the others of cadre/node read a file by its path.";
  check(value, (text) => typeof text === "string", "a text", "A parser reads the text of a file.", fix);
}

/** Throws a `CadreError` unless this is a system. */
export function checkSystem(value: unknown): void {
  const holds = (one: unknown) => isThing(one) && [one.pools, one.calendar, one.axes].every(isThing);
  const fix = "Pass that; readSystem gives a promise of it, so write await before it.";
  check(value, holds, "a system", "A system is what parseSystem or readSystem returns.", fix);
}

/** Throws a `CadreError` unless this is a scenario. */
export function checkScenario(value: unknown): void {
  const isList = (list: unknown) => list === undefined || Array.isArray(list);
  const holds = (one: unknown) =>
    isThing(one) &&
    !Array.isArray(one) &&
    !(one instanceof Promise) &&
    [one.changes, one.assumptions, one.interventions, one.uncertainties].every(isList);
  const fix = "Pass that; readScenario gives a promise of it, so write await before it.";
  const rule = "A scenario is what parseScenario or readScenario returns, or an object with lists of changes.";
  check(value, holds, "a scenario", rule, fix);
}

/** Throws a `CadreError` unless this is a result. */
export function checkResult(value: unknown): void {
  const holds = (one: unknown) => isThing(one) && isThing(one.data) && isThing(one.data.resolved);
  check(value, holds, "a result", "A result is what run returns.", "Pass that.");
}

/** Throws a `CadreError` unless this is an object with what is asked. */
export function checkQuestion(value: unknown): void {
  const rule = "A question is an object, such as { pool, measure, year }.";
  const holds = (one: unknown) => isThing(one) && one.then === undefined;
  check(value, holds, "a question", rule, "Pass what is asked.");
}

/** Throws a `CadreError` unless this is a list. */
export function checkList(value: unknown): void {
  check(value, Array.isArray, "a list", "Several things are given as one list.", "Put them in [ ].");
}
