import { expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { parseSystem } from "../system/parse.ts";
import type { DrawTask } from "./draws.ts";
import { ensemble } from "./ensemble.ts";
import { pageWorkers } from "./page-workers.ts";
import type { ThreadNews } from "./thread-at-work.ts";
import { ThreadPool } from "./thread-pool.ts";
import type { Workers } from "./workers.ts";

const system = parseSystem(`
cadre: 1
id: home-care
title: Home care
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  carers:
    { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const work = {
  ...{ key: "work", system, scenarios: [], ids: [], measures: [], noise: false, seed: 1 },
} satisfies DrawTask["work"];
const task = (): DrawTask => ({ work, from: 0, shares: new Float64Array(0), count: 1 });
const block = { values: [new Float64Array([7])], refused: [0] };
const code = (pending: Promise<unknown>): Promise<string> =>
  pending.then(
    () => "made",
    (error: unknown) => (error instanceof CadreError ? error.code : String(error)),
  );

/** Threads whose every move a test decides. */
function puppets(size: number, patience = 60) {
  const threads: (ThreadNews & { posted: number; gone: boolean; idle: boolean })[] = [];
  const pool = new ThreadPool(size, {
    patience,
    start: (news) => {
      const one = { ...news, posted: 0, gone: false, idle: false };
      threads.push(one);
      return {
        post: () => {
          one.posted += 1;
        },
        end: async () => {
          one.gone = true;
        },
        busy: (is) => {
          one.idle = !is;
        },
      };
    },
  });
  return { pool, threads };
}

test("a thread that ends while it starts, works or waits is replaced", async () => {
  const { pool, threads } = puppets(1);
  const first = pool.run(task());
  threads[0]!.ended();
  threads[1]!.answered({ block });
  expect(await first).toBe(block);
  threads[1]!.ended();
  const second = pool.run(task());
  threads[2]!.answered({ block });
  expect(await second).toBe(block);
  expect(pool.threads).toBe(1);
  expect(threads[2]!.idle).toBe(true);
});

test("threads that always end are not replaced for ever", async () => {
  const { pool, threads } = puppets(1);
  const told = code(pool.run(task()));
  for (let i = 0; i < threads.length; i++) threads[i]!.ended();
  expect(await told).toBe("threads-end");
  expect(threads).toHaveLength(31);
});

test("a failure of a thread is told, and the next draws get another", async () => {
  const { pool, threads } = puppets(1);
  const told = code(pool.run(task()));
  const next = pool.run(task());
  threads[0]!.ended("no memory");
  threads[0]!.ended();
  expect(await told).toBe("thread-failed");
  threads[1]!.answered({ block });
  expect(await next).toBe(block);
});

test("an error of the model keeps its code", async () => {
  const { pool, threads } = puppets(1);
  const told = code(pool.run(task()));
  threads[0]!.answered({ problem: { code: "no-base-year", message: "No." } });
  expect(await told).toBe("no-base-year");
});

test("a thread that keeps silent is ended, and after the second one its draws are given up", async () => {
  const { pool, threads } = puppets(1, 0.01);
  expect(await code(pool.run(task()))).toBe("threads-silent");
  expect(threads.map(({ gone }) => gone)).toEqual([true, true]);
  // What comes too late is no news.
  threads[0]!.answered({ block });
  threads[1]!.ended();
  expect(pool.threads).toBe(0);
});

test("after close all that wait are told, and all that come", async () => {
  const { pool, threads } = puppets(1);
  const told = [code(pool.run(task())), code(pool.run(task()))];
  await pool.close();
  expect(await Promise.all([...told, code(pool.run(task()))])).toEqual(Array(3).fill("threads-closed"));
  threads[0]!.answered({ block });
  threads[0]!.ended();
  expect([pool.threads, threads[0]!.gone]).toEqual([0, true]);
});

test("draws that are cancelled end their thread if it makes them, and their late answer ends nothing", async () => {
  const { pool, threads } = puppets(1);
  const [made, waits] = [new AbortController(), new AbortController()];
  const told = [code(pool.run(task(), made.signal)), code(pool.run(task(), waits.signal))];
  waits.abort("not needed");
  made.abort("enough");
  expect(await Promise.all(told)).toEqual(["enough", "not needed"]);
  threads[0]!.answered({ block });
  expect([pool.threads, threads.length, threads[0]!.gone]).toEqual([0, 1, true]);
  expect(await code(pool.run(task(), made.signal))).toBe("enough");
});

test("one failed block does not wait for another that never answers, and stops it", async () => {
  let cancelled = 0;
  const workers: Workers = {
    size: 2,
    run: async ({ from }, signal) => {
      if (from === 25) throw new Error("the second block fails");
      return new Promise(() => signal?.addEventListener("abort", () => cancelled++));
    },
    close: async () => undefined,
  };
  await expect(ensemble(system, {}, { draws: 100, workers })).rejects.toThrow("the second block fails");
  expect(cancelled).toBe(3);
});

test("a worker that cannot be made or sent its work is told", async () => {
  const none = pageWorkers(() => {
    throw new Error("not allowed here");
  }, 2);
  expect(await code(none.run(task()))).toBe("no-thread");
});

test.each([0, -1, Number.NaN, 1.5, Number.POSITIVE_INFINITY, "2", undefined])("%s threads are none", (size) => {
  expect(() => pageWorkers(() => expect.fail(), size as number)).toThrow(CadreError);
});

test.each([0, -1, Number.NaN, 1e9])("%s seconds are no time for draws", (patience) => {
  expect(() => pageWorkers(() => expect.fail(), 1, { patience })).toThrow("The patience must be");
});
