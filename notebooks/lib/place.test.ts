import type { Scenario, System } from "cadre";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { faultyPlace, openPlace, placeOf, scenarioIfThere } from "./place.ts";

const system = { id: "west" } as System;
const nothing: Scenario = { id: "do-nothing", title: "Nothing changes" };

beforeEach(() => vi.stubGlobal("document", new JSDOM("<main><h1>How short?</h1></main>").window.document));
afterEach(() => vi.unstubAllGlobals());
const shown = () => document.querySelector("[role=alert] pre")?.textContent;

it("is whole but for scenarios with an error, which stop only a page that needs them", () => {
  const place = placeOf({ system, scenarios: { nothing }, faults: { plan: "plan.yaml:3:1: No such pool." } });
  expect(Object.values(place.scenarios)).toEqual([nothing]);
  expect(scenarioIfThere(place, "nothing")).toBe(nothing);
  expect(["plan", "other"].map((id) => scenarioIfThere(place, id))).toEqual([undefined, undefined]);
  expect(shown()).toBeUndefined();
  expect(() => place.scenarios.plan).toThrow("plan.yaml:3:1: No such pool.");
  expect(shown()).toBe("plan.yaml:3:1: No such pool.");
});

it("shows the error of a system as words, until another place is chosen", async () => {
  const bad = { id: "bad", title: "bad", load: async () => faultyPlace("system.yaml:1:1: <b>what</b>") };
  const opened = await openPlace(bad);
  expect(() => opened.system).toThrow("system.yaml:1:1");
  expect(() => opened.scenarios).toThrow("system.yaml:1:1");
  expect(shown()).toBe("system.yaml:1:1: <b>what</b>");
  expect(document.querySelectorAll("[role=alert]")).toHaveLength(1);
  expect(document.querySelector("main")?.className).toBe("halted");
  await openPlace({ id: "west", title: "West", load: async () => placeOf({ system, scenarios: {}, faults: {} }) });
  expect(shown()).toBeUndefined();
  expect(document.querySelector("main")?.className).toBe("");
});
