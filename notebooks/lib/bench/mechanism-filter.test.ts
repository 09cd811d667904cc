import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addressNow } from "../address.ts";
import { mechanismFilter } from "./mechanism-filter.ts";
import type { BenchRow } from "./row.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("is kept in the link, and what a link says is shown", () => {
  const { window } = new JSDOM("<main></main>", { url: "https://example.org/page.html#show=fewer+leave" });
  for (const name of ["document", "location", "history", "Event", "addEventListener"] as const)
    vi.stubGlobal(name, window[name]);
  const row = (mechanism: string, ticked = false): BenchRow => ({
    entry: { id: mechanism, title: mechanism, mechanism, changes: [] },
    element: document.createElement("tbody"),
    ticked: () => ticked,
    settings: () => ({}),
    set: () => undefined,
    tells: () => undefined,
  });
  const rows = [row("retention"), row("pay"), row("agency", true)];
  const filter = mechanismFilter(rows);
  document.querySelector("main")?.append(filter.element);
  const hidden = () => rows.map(({ element }) => element.hidden);
  expect(hidden()).toEqual([false, true, false]);
  expect(addressNow()).toBe("https://example.org/page.html#show=fewer+leave");
  const list = filter.element.querySelector("select") as HTMLSelectElement;
  const heard = vi.fn();
  document.querySelector("main")?.addEventListener("input", heard);
  list.value = "ticked";
  list.dispatchEvent(new window.Event("input", { bubbles: true }));
  expect(hidden()).toEqual([true, true, false]);
  expect(addressNow()).toContain("#show=ticked");
  expect(heard).not.toHaveBeenCalled();
});
