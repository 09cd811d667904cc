import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pacedMoves, towardsAnswer } from "./paced.ts";

const frames: (() => void)[] = [];
const frame = () => {
  for (const act of frames.splice(0)) act();
};

beforeEach(() => {
  frames.length = 0;
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
});
afterEach(() => vi.unstubAllGlobals());

it("tells of the last move in two frames, once", () => {
  const told: number[] = [];
  const slider = {};
  for (const value of [1, 2, 3]) pacedMoves(slider, () => told.push(value));
  frame();
  expect(told).toEqual([]);
  frame();
  expect(told).toEqual([3]);
  frame();
  expect(told).toEqual([3]);
});

it("waits while an answer is on its way, also where that fails, and then tells of where the slider is", async () => {
  const told: string[] = [];
  let fail: (error: Error) => void = () => {};
  const run = towardsAnswer(
    new Promise((_, reject) => {
      fail = reject;
    }),
  );
  const [one, other] = [{}, {}];
  pacedMoves(one, () => told.push("one"));
  pacedMoves(other, () => told.push("other"));
  for (let i = 0; i < 5; i++) frame();
  expect(told).toEqual([]);
  fail(new Error("no run"));
  await expect(run).rejects.toThrow("no run");
  frame();
  frame();
  expect(told).toEqual(["one", "other"]);
});
