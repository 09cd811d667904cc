import type * as z from "zod";
import { type FieldProblem, fixOfKey, showValue } from "./field/problem.ts";
import { ID } from "./schema/texts.ts";

/** A problem with its place in the document, which is a key or its value. */
interface PlacedProblem {
  readonly path: readonly PropertyKey[];
  readonly problem: FieldProblem;
  readonly what: "key" | "value";
}

type Issue<Code extends z.core.$ZodIssue["code"]> = Extract<z.core.$ZodIssue, { code: Code }>;

/** What zod found in a document, in a planner's words. */
export function issueProblems(issue: z.core.$ZodIssue, content: unknown): PlacedProblem[] {
  const found = valueAt(content, issue.path);
  const atValue = (problem: FieldProblem): PlacedProblem[] => [{ path: issue.path, problem, what: "value" }];
  const name = String(issue.path.at(-1) ?? "the file");
  switch (issue.code) {
    case "custom":
      return [ownProblem(issue, found)];
    case "unrecognized_keys":
      return unknownKeys(issue, content);
    case "invalid_value":
      return atValue(unknownWord(issue, name, found));
    case "too_small":
      return atValue(beyondLimit(issue, name, found, `at least ${issue.minimum}`));
    case "too_big":
      return atValue(beyondLimit(issue, name, found, `at most ${issue.maximum}`));
    case "invalid_format":
      return atValue(wrongForm(issue, name, found));
    default:
      return atValue(wrongType(issue, name, found));
  }
}

/** A text that is not written as it should be; where an id is wanted, the one that it may have been meant for. */
function wrongForm(issue: Issue<"invalid_format">, name: string, found: unknown): FieldProblem {
  const problem = wrongType(issue, name, found);
  if (issue.pattern !== String(ID) || typeof found !== "string") return problem;
  const file = /([^/\\]+)\.(?:ya?ml|json)$/i.exec(found.trim())?.[1];
  const id = (file ?? found)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
  const message = file === undefined ? problem.message : "A name is wanted here, and not the path of a file.";
  return { ...problem, message, ...(ID.test(id) && { fix: `Write ${id}.` }) };
}

/** What one of our own fields reported. */
function ownProblem({ path, message, params }: Issue<"custom">, found: unknown): PlacedProblem {
  const problem = params as FieldProblem | undefined;
  const what = problem?.code === "unknown-key" || problem?.code === "bad-label" ? "key" : "value";
  return { path, problem: problem ?? { code: "invalid", message, value: showValue(found) }, what };
}

function unknownKeys({ path, keys, message }: Issue<"unrecognized_keys">, content: unknown): PlacedProblem[] {
  // A file may have any number of keys that nobody knows, and its schema any number that it does.
  const known = JSON.parse(message) as string[];
  const rule = `Known keys: ${known.join(", ")}.`;
  const group = valueAt(content, path) as Readonly<Record<string, unknown>>;
  return keys.map((key) => ({
    path: [...path, key],
    what: "key",
    problem: {
      code: "unknown-key",
      message: `"${showValue(key)}" is not a key that belongs here.`,
      value: showValue(key),
      rule,
      fix: fixOfKey(key, group[key] === null),
      known,
      word: key,
    },
  }));
}

function unknownWord({ values }: Issue<"invalid_value">, name: string, found: unknown): FieldProblem {
  const known = values.map(String);
  const missing = found === undefined;
  return {
    code: missing ? "missing-key" : "unknown-word",
    message: missing ? `The key "${name}" is missing.` : `${showValue(found)} is not known here.`,
    value: showValue(found),
    rule: `${name} is one of ${known.join(", ")}.`,
    fix: `Write one of ${known.join(", ")}.`,
    // Of numbers none is nearer in spelling.
    ...(values.some((allowed) => typeof allowed === "string") && { known, word: showValue(found) }),
  };
}

function beyondLimit(
  { code, origin, message }: Issue<"too_small"> | Issue<"too_big">,
  name: string,
  found: unknown,
  limit: string,
): FieldProblem {
  const small = code === "too_small";
  const value = showValue(found);
  const things = { array: " entries", string: " letters" }[String(origin)] ?? "";
  const fix = things ? (small ? "Add what is missing." : "Shorten it.") : "Correct the number.";
  // Where the schema has words of its own, they say the rule.
  if (!message.startsWith("Too ")) return { code: "wrong-type", message, value, rule: message, fix };
  return {
    code: small ? "too-small" : "too-large",
    message: things
      ? `There are too ${small ? "few" : "many"}${things} here.`
      : `This number is too ${small ? "small" : "large"} here.`,
    value,
    rule: `${name} ${things ? "has" : "is"} ${limit}${things}.`,
    fix,
  };
}

function wrongType(issue: z.core.$ZodIssue, name: string, found: unknown): FieldProblem {
  const expected = issue.code === "invalid_type" ? article(issue.expected) : undefined;
  const value = showValue(found);
  // Where the schema says nothing of its own, the words are for programmers.
  const own = !issue.message.startsWith("Invalid input");
  const rule = expected && !own ? `${name} is ${expected}.` : issue.message;
  if (expected && found === undefined)
    return {
      ...{ code: "missing-key", message: `The key "${name}" is missing.`, value, rule },
      fix: `Add "${name}: …" here.`,
    };
  return {
    code: "wrong-type",
    message: expected && !own ? `This is not ${expected}.` : issue.message,
    value,
    rule,
    fix: "Correct the value; the schema named on the file's first line helps in an editor.",
  };
}

function article(expected: string): string {
  const words: Record<string, string> = {
    object: "a group of keys",
    record: "a group of keys",
    string: "a text",
    number: "a number",
    array: "a list",
    tuple: "a list of two numbers",
    int: "a whole number",
  };
  return words[expected] ?? `a ${expected}`;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
