import { element } from "../element.ts";
import { choiceField, wordField } from "./choice-field.ts";
import { type EntryKind, entryPicker } from "./entry-picker.ts";
import type { Field } from "./field.ts";
import { numberField } from "./number-field.ts";
import type { TextPath } from "./path.ts";
import type { PlaceRecord } from "./record.ts";
import { assumedNumber } from "./sectors.ts";

/** Courses that bring staff, and the sources that numbers come from: a form for each. */
export function moreForm(record: PlaceRecord) {
  const parts = [
    entriesForm(record, courses(record), "Courses", "Who is being trained, and where they take a post.", courseFields),
    entriesForm(record, SOURCES, "Sources", "Documents and data that your numbers come from.", sourceFields),
  ];
  const refresh = () => {
    for (const part of parts) part.refresh();
  };
  refresh();
  return {
    element: element("div", {}, ...parts.map((part) => part.element)),
    refresh,
    fields: () => parts.flatMap((part) => part.fields()),
  };
}

/** The path of a key of the entry that is shown. */
type At = (...keys: string[]) => TextPath;

function entriesForm(
  record: PlaceRecord,
  kind: EntryKind,
  title: string,
  holds: string,
  fieldsOf: (record: PlaceRecord, at: At) => Field[],
) {
  const picker = entryPicker(record, kind, () => refresh());
  const fields = fieldsOf(record, (...keys) => [kind.root, picker.shown() ?? "", ...keys]);
  const grid = element("div", { class: "duo" }, ...fields.map((field) => field.element));
  const part = element(
    "fieldset",
    {},
    element("legend", {}, title),
    element("p", { class: "hint" }, holds),
    picker.choose,
    grid,
    picker.acts,
  );
  function refresh(): void {
    picker.refresh();
    grid.hidden = picker.shown() === undefined;
    if (!grid.hidden) for (const field of fields) field.refresh();
  }
  return { element: part, refresh, fields: () => (picker.shown() === undefined ? [] : fields) };
}

const courses = (record: PlaceRecord): EntryKind => ({
  root: "pipelines",
  label: "Which course",
  add: "Add a course",
  least: 0,
  name: "course",
  made: (id, title) => [{ path: ["pipelines", id], to: newCourse(record, title) }],
  gone: (id) => [{ path: ["pipelines", id], to: undefined }],
});

/** A course of which nothing is known yet: its numbers say that they are assumed. */
function newCourse(record: PlaceRecord, title: string): Record<string, unknown> {
  const base = Number(String(record.valueAt(["calendar", "base"])).slice(0, 4));
  const [pool = "staff"] = record.keysAt(["pools"]);
  return {
    title,
    intake: assumedNumber({ [base + 1]: 20 }, "an example"),
    month: 9,
    entrants: { community: "100%" },
    ages: { "18-24": "50%", "25-45": "50%" },
    lasts: "2 years",
    completion: assumedNumber("75%", "a judgement, not a count"),
    joins: assumedNumber({ [pool]: "90%" }, "a judgement, not a count"),
  };
}

function courseFields(record: PlaceRecord, at: At): Field[] {
  const inside = (key: string) => record.partsPath(at(key));
  const year = () => record.keysAt(inside("intake")).at(-1) ?? "";
  const pool = () => record.keysAt(inside("joins"))[0] ?? "";
  const back = (path: () => TextPath, to: unknown) => () => [{ path: path(), to }];
  const intake = () => [...inside("intake"), year()];
  const joins = () => [...inside("joins"), pool()];
  return [
    wordField(record, { label: "Course", hint: "What it is called", wide: true, path: () => at("title") }),
    numberField(record, {
      label: "Start each year",
      hint: "The last number continues",
      form: "people",
      path: intake,
      marked: () => at("intake"),
      emptied: back(intake, 20),
    }),
    wordField(record, { label: "Lasts", hint: "Such as 2 years or 18 months", path: () => at("lasts") }),
    numberField(record, {
      label: "Finish it",
      hint: "Of those who start",
      form: "%",
      path: () => at("completion"),
      emptied: back(() => at("completion"), assumedNumber("75%", "a judgement, not a count")),
    }),
    numberField(record, {
      label: "Take a post",
      hint: "Of those who finish",
      form: "%",
      path: joins,
      marked: () => at("joins"),
      emptied: back(joins, "90%"),
    }),
    choiceField(record, {
      label: "Where they take a post",
      hint: "The rest are lost to the place",
      wide: true,
      path: () => at("joins"),
      chosen: pool,
      options: () =>
        record.keysAt(["pools"]).map((id) => [id, String(record.valueAt(["pools", id, "title"]) ?? id)] as const),
      edits: (to) => [{ path: inside("joins"), to: { [to]: record.at(joins()) } }],
    }),
  ];
}

const SOURCES: EntryKind = {
  root: "sources",
  label: "Which source",
  add: "Add a source",
  least: 0,
  name: "source",
  made: (id, title) => [{ path: ["sources", id], to: { title } }],
  gone: (id) => [{ path: ["sources", id], to: undefined }],
};

const sourceFields = (record: PlaceRecord, at: At): Field[] => [
  wordField(record, { label: "Title", hint: "As published", wide: true, path: () => at("title") }),
  wordField(record, { label: "Publisher", hint: "Who has counted", path: () => at("publisher") }),
  wordField(record, { label: "Published", hint: "Such as 2024 or 2024-03", path: () => at("published") }),
];
