import { deserialize } from "node:v8";
import { type DrawBlock, type DrawWork, drawBlock } from "../uncertainty/draws.ts";

/** What a thread is sent: the work as bytes that all threads share, read once for each work. */
export interface ThreadTask {
  readonly key: string;
  readonly work: Uint8Array;
  readonly from: number;
  readonly shares: Float64Array;
  readonly count: number;
}

let known: DrawWork | undefined;

/** Makes the draws of a task in a thread of a pool. */
export default function drawInThread({ key, work, from, shares, count }: ThreadTask): DrawBlock {
  if (known?.key !== key) {
    const read = deserialize(work) as DrawWork;
    // Frozen, so that its base year is worked out once.
    known = { ...read, key, system: Object.freeze(read.system) };
  }
  return drawBlock({ work: known, from, shares, count });
}
