import { readFileSync } from "node:fs";
import { parseSystem, run } from "cadre";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { firstText } from "../first-text.ts";
import { readerOf } from "../work/texts.ts";
import { lacksOf } from "./lacks.ts";
import { moreForm } from "./more-form.ts";
import { numbersForm } from "./numbers-form.ts";
import { PlaceRecord } from "./record.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const paths = ["data/population/benchmarks.csv", "data/retirement/social-care.yaml", "data/retirement/nhs.yaml"];
const files = readerOf(Object.fromEntries(paths.map((path) => [path, read(path)])));
const gapOf = (text: string) => run(parseSystem(text, { files })).at({ measure: "gap", year: 2035 });

beforeEach(() => {
  const { window } = new JSDOM("<main></main>");
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("Event", window.Event);
});
afterEach(() => vi.unstubAllGlobals());

const set = (form: HTMLElement, label: string, value: string) => {
  const words = [...form.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const control = form.querySelector<HTMLInputElement>(`#${words?.getAttribute("for")}`);
  if (control === null) throw new Error(`no ${label}`);
  control.value = value;
  control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
};
const press = (form: HTMLElement, words: string) =>
  [...form.querySelectorAll("button")].find(({ textContent }) => textContent === words)?.click();

it("a course brings staff, and its numbers stand in the text", () => {
  const record = new PlaceRecord(firstText());
  const { element, refresh } = moreForm(record);
  document.body.append(element);
  record.listen(refresh);
  const before = gapOf(record.value.text);
  press(element, "Add a course");
  set(element, "Course", "Care certificate");
  set(element, "Start each year", "40");
  set(element, "Lasts", "12 months");
  expect(record.at(["pipelines", "course-1"])).toMatchObject({
    title: "Care certificate",
    lasts: "12 months",
    intake: { value: { 2025: 40 } },
  });
  expect(gapOf(record.value.text)).toBeLessThan(before - 50);
  press(element, "Take this one out");
  expect(record.at(["pipelines"])).toBeUndefined();
});

it("a source stands beside one's own numbers, not beside what is assumed", () => {
  const record = new PlaceRecord(firstText());
  const [more, numbers] = [moreForm(record), numbersForm(record, ["England"])];
  document.body.append(more.element, numbers.element);
  record.listen(more.refresh);
  record.listen(numbers.refresh);
  press(more.element, "Add a source");
  set(numbers.element, "People in post", "3,200");
  set(numbers.element, "Where your numbers are from", "source-2");
  expect(record.at(["pools", "staff", "headcount"])).toEqual({ value: 3200, source: "source-2" });
  expect(record.at(["pools", "staff", "fte"])).not.toHaveProperty("source");
  expect(gapOf(record.value.text)).toBeCloseTo(3.2 * gapOf(firstText().text), 6);
});

it("each number that is assumed has another one that runs", () => {
  const record = new PlaceRecord(firstText());
  const lacks = lacksOf(record);
  expect(lacks).toHaveLength(6);
  for (const { edits, says } of lacks) expect(gapOf(record.textWith(edits)), says).not.toBe(gapOf(record.value.text));
});
