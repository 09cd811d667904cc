import { getActiveResourcesInfo } from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { readScenario, readSystem, startWorkers } from "../node.ts";
import { ensemble, ensembles } from "./ensemble.ts";
import type { Ensemble } from "./open-ensemble.ts";
import type { Workers } from "./workers.ts";

// A thread takes a second to start, whatever it draws: a place of few pools, and threads that several tests share.
const system = await readSystem("scenarios/england/system.yaml");
const nothing = await readScenario("scenarios/england/do-nothing.yaml");
const plan = await readScenario("scenarios/england/plan.yaml");
const options = { draws: 120, seed: 7, measures: ["gap", "joiners"] } as const;
const numbers = (sure: Ensemble) => sure.rows().value;
const alone = await ensembles(system, [nothing, plan], options);

describe("threads", () => {
  const [one, three] = [startWorkers({ size: 1 }), startWorkers({ size: 3 })];
  afterAll(() => Promise.all([one, three].map((workers) => workers.close())));

  test.each([one, three])("$size of them give the same numbers to the last bit", async (workers) => {
    const shared = await ensembles(system, [nothing, plan], { ...options, workers });
    shared.forEach((sure, s) => {
      expect(numbers(sure)).toEqual(numbers(alone[s]!));
    });
    expect(shared[1]!.difference?.series({ measure: "gap" })).toEqual(alone[1]!.difference?.series({ measure: "gap" }));
  });

  test("one that is killed in the middle is replaced, and the numbers are the same", async () => {
    let blocks = 0;
    const deadly: Workers = {
      ...three,
      run: async (task, signal) => {
        blocks += 1;
        // Others are at work by now.
        if (blocks === 4) await three.endOne();
        return three.run(task, signal);
      },
    };
    const pending = ensembles(system, [nothing, plan], { ...options, workers: deadly });
    await three.endOne();
    const both = await pending;
    expect(blocks).toBeGreaterThan(4);
    expect(both.map(numbers)).toEqual(alone.map(numbers));
  });

  test("the same threads serve one system after another, and the first one again", async () => {
    const other = Object.freeze({ ...system, pools: { ...system.pools } });
    const [id, pool] = Object.entries(other.pools)[0]!;
    other.pools[id] = { ...pool, headcount: { ...pool.headcount, value: 4321 } };
    const ask = { ...options, draws: 60 };
    const inTurn = [system, other, other, system];
    const expected = new Map<typeof system, Ensemble>();
    for (const one of [system, other]) expected.set(one, await ensemble(one, nothing, ask));
    for (const one of inTurn) {
      const sure = await ensemble(one, nothing, { ...ask, workers: three });
      expect(numbers(sure)).toEqual(numbers(expected.get(one) as Ensemble));
    }
    expect(numbers(expected.get(other) as Ensemble)).not.toEqual(numbers(expected.get(system) as Ensemble));
  });

  test("cancelling rejects with the reason and leaves no thread behind", async () => {
    const workers = startWorkers({ size: 2 });
    const cancel = new AbortController();
    const pending = ensemble(system, nothing, {
      ...options,
      draws: 5000,
      workers,
      signal: cancel.signal,
      progress: () => cancel.abort(new Error("enough")),
    });
    await expect(pending).rejects.toThrow("enough");
    await workers.close();
    expect(workers.threads()).toBe(0);
    expect(getActiveResourcesInfo().filter((name) => name === "Worker")).toHaveLength(0);
  });
});

test("cancelling works without threads too", async () => {
  const cancel = new AbortController();
  const pending = ensemble(system, nothing, {
    ...options,
    draws: 5000,
    signal: cancel.signal,
    progress: () => cancel.abort(new Error("enough")),
  });
  await expect(pending).rejects.toThrow("enough");
});
