import { readFileSync } from "node:fs";
import { type Chart, supplyAndDemand } from "@cadre/charts";
import { parseSystem, run } from "cadre";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { chartedYears } from "./charted-years.ts";
import { yearCursor } from "./year-cursor.ts";

const files = (path: string) => ({ text: readFileSync(path, "utf8") });
const result = run(parseSystem(readFileSync("notebooks/example-system.yaml", "utf8"), { files }));
const chart = supplyAndDemand(result);
const { window } = new JSDOM("<main></main>");
const main = window.document.querySelector("main") as HTMLElement;

beforeAll(() => {
  for (const name of ["document", "Event", "KeyboardEvent"] as const) vi.stubGlobal(name, window[name]);
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => main.replaceChildren());

/** A picture of a chart on the page, with its cursor. */
function shown(of: Chart) {
  const picture = document.createElement("figure");
  picture.append(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  const cursor = yearCursor(of, picture);
  if (cursor === undefined) throw new Error("no cursor");
  main.append(cursor.readOut, cursor.plot);
  const slider = cursor.plot.querySelector("[role=slider]") as HTMLElement;
  const press = (key: string) => slider.dispatchEvent(new window.KeyboardEvent("keydown", { key }));
  return { ...cursor, slider, press, hairline: () => cursor.plot.querySelector(".hairline") };
}

it("lies where the chart has its years, and says what its table says", () => {
  const found = chartedYears(chart);
  const { first, last } = { first: result.base, last: result.last };
  expect(found?.x(first)).toBe(chart.padding.left);
  expect(found?.x(last)).toBe(chart.padding.left + chart.width);
  const row = chart.usermeta.cadre.table.rows.find(([year]) => year === String(last));
  expect(found?.says(last)).toContain(`Supply (FTE) ${row?.[1]}`);
  const other = { ...chart.usermeta.cadre, table: { caption: "", columns: ["Employer", "Gap"], rows: [["NHS", "3"]] } };
  expect(chartedYears({ ...chart, usermeta: { cadre: other } })).toBeUndefined();
});

it("moves by keys, in all charts of the page at once, and only the one at hand is read aloud", () => {
  const [one, other] = [shown(chart), shown(supplyAndDemand(result, { pool: "hospital" }))];
  const { last, base } = result;
  expect([one, other].map(({ readOut }) => readOut.textContent?.slice(0, 4))).toEqual([`${last}`, `${last}`]);
  expect(one.hairline()).toBeNull();
  one.press("ArrowLeft");
  expect([one, other].map(({ readOut }) => readOut.textContent?.slice(0, 4))).toEqual([`${last - 1}`, `${last - 1}`]);
  expect([one, other].map(({ readOut }) => readOut.getAttribute("aria-live"))).toEqual(["polite", "off"]);
  expect(one.slider.getAttribute("aria-valuetext")).toMatch(
    new RegExp(`^${last - 1}: Supply \\(FTE\\) [\\d,]+; Demand`),
  );
  expect(other.hairline()).not.toBeNull();
  other.press("Home");
  other.press("ArrowLeft");
  expect(one.slider.getAttribute("aria-valuenow")).toBe(String(base));
  other.press("Escape");
  expect([one, other].map(({ hairline }) => hairline())).toEqual([null, null]);
  expect(one.readOut.textContent?.slice(0, 4)).toBe(`${last}`);
});
