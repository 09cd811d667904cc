import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { towardsAnswer } from "./paced.ts";
import { readerReaches } from "./reached.ts";

let seen: ((entries: { isIntersecting: boolean }[]) => void)[] = [];
const watching = new Set<object>();

beforeEach(() => {
  seen = [];
  vi.stubGlobal("innerHeight", 1000);
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => setTimeout(then));
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(tell: (typeof seen)[number]) {
        seen.push(tell);
        watching.add(this);
      }
      observe() {}
      disconnect() {
        watching.delete(this);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A part of a page so far below the top of the screen. */
function partAt(top: number): { part: Element; moves(to: number): void } {
  let now = top;
  const part = { isConnected: true, getBoundingClientRect: () => ({ top: now }) };
  const moves = (to: number) => {
    now = to;
  };
  return { part: part as unknown as Element, moves };
}

const frames = () => new Promise((resolve) => setTimeout(resolve, 20));

it("begins where a reader has come, or has passed, once what they see is drawn", async () => {
  for (const top of [1400, -5000]) {
    let begun = false;
    let draw = () => {};
    const drawing = towardsAnswer(new Promise<void>((resolve) => (draw = resolve)));
    const waits = readerReaches([partAt(top).part], new AbortController().signal).then(() => {
      begun = true;
    });
    seen.at(-1)?.([{ isIntersecting: true }]);
    await frames();
    expect(begun).toBe(false);
    draw();
    await Promise.all([drawing, waits]);
    expect(begun).toBe(true);
  }
});

it("waits on where a page that fills has pushed the part away, and ends with the wish", async () => {
  const { part, moves } = partAt(300);
  const stop = new AbortController();
  let over = false;
  const waits = readerReaches([part], stop.signal).then(() => {
    over = true;
  });
  moves(4000);
  seen.at(-1)?.([{ isIntersecting: true }]);
  await expect.poll(() => seen.length).toBe(2);
  expect(over).toBe(false);
  stop.abort();
  await waits;
  expect(watching.size).toBe(0);
});
