import { parseSystem } from "cadre";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { WorkerQueue } from "./lane.ts";

const posted: unknown[] = [];
vi.mock("./worker.ts?worker", () => ({
  default: class extends EventTarget {
    postMessage(order: unknown) {
      posted.push(order);
    }
  },
}));

const page = Object.assign(new EventTarget(), { hidden: false });
beforeEach(() => {
  vi.stubGlobal("document", page);
  posted.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

const system = parseSystem(`cadre: 1
id: small
title: Small
calendar: { base: 2024-03-31, until: 2025-03-31 }
axes: { age: none }
pools:
  carers:
    { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const wish = (given: number) => ({
  asked: { task: "run", given: { scenario: { id: `${given}` } } } as const,
  system,
  name: "slider",
});

it("has nothing computed while nobody looks, and then only the last of what was wished", () => {
  page.hidden = true;
  const lane = new WorkerQueue();
  for (const given of [1, 2, 3]) void lane.ask(wish(given));
  expect(posted).toEqual([]);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  expect(posted).toMatchObject([{ task: "run", given: { scenario: { id: "3" } } }]);
});

it("begins at once where somebody looks", () => {
  page.hidden = false;
  void new WorkerQueue().ask(wish(7));
  expect(posted).toMatchObject([{ given: { scenario: { id: "7" } } }]);
});
