import type { System } from "cadre";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { WorkerAnswer, WorkerOrder } from "./messages.ts";

const SMALL = `cadre: 1
id: small
title: Small
calendar: { base: 2024-03-31, until: 2025-03-31 }
axes: { age: none }
pools:
  carers:
    { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
`;

const answers: WorkerAnswer[] = [];
let post: (order: WorkerOrder) => void = () => undefined;

/** What a worker answers to an order. */
async function answerTo(
  order: Exclude<WorkerOrder, { stop: number } | { script: Blob }>,
): Promise<WorkerAnswer | undefined> {
  post(order);
  return vi.waitFor(() => {
    const found = answers.find(({ id }) => id === order.id);
    if (!found) throw new Error("not yet");
    return found;
  });
}

beforeAll(async () => {
  vi.stubGlobal("self", { name: "", postMessage: (answer: WorkerAnswer) => answers.push(answer) });
  vi.stubGlobal("addEventListener", (_type: string, listener: (event: { data: WorkerOrder }) => void) => {
    post = (data) => listener({ data });
  });
  await import("./text-worker.ts");
});
afterAll(() => vi.unstubAllGlobals());

it("reads a text, and runs the system that comes with the first order and is named by its key later", async () => {
  const read = await answerTo({ id: 1, task: "read", given: { text: SMALL, file: "small.yaml", texts: {} } });
  const system = (read as { result: System }).result;
  expect(system.id).toBe("small");
  const first = await answerTo({ id: 2, task: "run", key: 0, system, given: {} });
  const second = await answerTo({ id: 3, task: "run", key: 0, given: {} });
  expect(first).toMatchObject({ id: 2, result: { resolved: { base: 2024 } } });
  expect({ ...second, id: 2 }).toEqual(first);
});

it("says what is wrong with a text, with its line", async () => {
  const text = SMALL.replace("headcount", "headcuont");
  const answer = await answerTo({ id: 4, task: "read", given: { text, file: "small.yaml", texts: {} } });
  expect(answer).toMatchObject({ problem: { code: "unknown-key", line: 8, didYouMean: "headcount" } });
});
