import { CadreError } from "cadre";
import { isWords, type Value } from "./cell-value.ts";
import { TOLD_BESIDE, type Topic, topicOf } from "./topics.ts";

/** A row of a place's workbook: one number, or what is told of several that follow it. */
export interface Row {
  readonly topic: Topic;
  readonly owner: string;
  /** The keys after those of the owner, joined by points. */
  readonly number: string;
  /** The band, year or name that the value is for. */
  readonly part: string;
  /** Nothing where the row only tells of the values that follow it. */
  readonly value: Value | undefined;
  readonly told: Readonly<Partial<Record<(typeof TOLD_BESIDE)[number], string>>>;
  /** What else is told, such as `{"p10":"30%"}`. */
  readonly other: Readonly<Record<string, Value>>;
}

type Group = { readonly [key: string]: Value };
const isGroup = (value: Value): value is Group => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Keys of groups whose own keys are names of pools, sexes and so on. */
const NAMED_PARTS = new Set(["sex", "bySex", "entrants", "joins", "from", "levels", "mix"]);

/** Every number of a file as rows, in the order of the file. */
export function rowsOf(content: Group): Row[] {
  const rows: Row[] = [];
  for (const [key, value] of Object.entries(content)) if (key !== "cadre") add(rows, [key], value);
  return rows;
}

function add(rows: Row[], path: readonly string[], value: Value): void {
  const depth = topicOf(path).keys("?").length;
  if (isList(value) && value.some(isGroup)) {
    for (const [i, item] of value.entries()) add(rows, [...path, `#${i + 1}`], item);
    return;
  }
  if (!isGroup(value) || Object.keys(value).length === 0) {
    rows.push(row(path, value, {}));
    return;
  }
  if (!("value" in value) || path.length < depth) {
    for (const [key, inside] of Object.entries(value)) add(rows, [...path, key], inside);
    return;
  }
  const { value: inside = null, ...told } = value;
  if (!isGroup(inside)) {
    rows.push(row(path, inside, told));
    return;
  }
  rows.push(row(path, undefined, told));
  for (const [key, one] of Object.entries(inside)) add(rows, [...path, key], one);
}

function row(path: readonly string[], value: Value | undefined, told: Group): Row {
  const topic = topicOf(path);
  const before = topic.keys("?").length;
  const owner = topic.owner === undefined ? "" : (path[before - 1] ?? "").replace(/^#/, "");
  const own = path.slice(before);
  const last = own.at(-1) ?? "";
  const isPart =
    own.length > 1 && value !== undefined && (!/^[a-z#][A-Za-z0-9]*$/.test(last) || NAMED_PARTS.has(own.at(-2) ?? ""));
  const keys = isPart ? own.slice(0, -1) : own;
  if (keys.some((key) => /[.\s]/.test(key))) throw unnameable(path);
  const texts = TOLD_BESIDE.flatMap((key) => (typeof told[key] === "string" ? [[key, told[key]] as const] : []));
  const other = Object.entries(told).filter(([key]) => !texts.some(([known]) => known === key));
  return {
    ...{ topic, owner, number: keys.join("."), part: isPart ? last : "", value },
    told: Object.fromEntries(texts),
    other: Object.fromEntries(other),
  };
}

const unnameable = (path: readonly string[]): CadreError =>
  new CadreError({
    code: "not-for-a-workbook",
    message: "A name in this system cannot be written to a workbook.",
    path: path.join("."),
    rule: "Names of numbers have no points and no spaces.",
    fix: "Go on with the YAML file, or rename it there.",
  });

/** The key that a row's value belongs to: it decides whether a value is read as words. */
export const keyOf = ({ number, part }: { number: string; part: string }): string | undefined =>
  part === "" ? number.split(".").at(-1) : isWords(number.split(".").at(-1)) ? number : undefined;
