import { deserialize } from "node:v8";
import type { System } from "../system/types.ts";
import { type DrawBlock, type DrawWork, drawBlock } from "../uncertainty/draws.ts";
import { LastSystem, type NamedWork } from "../uncertainty/known-systems.ts";

/** What a thread is sent: work and system as bytes that all threads share, each read once. */
export interface ThreadTask {
  readonly key: string;
  readonly work: Uint8Array;
  readonly system: { readonly name: string; readonly bytes: Uint8Array };
  readonly from: number;
  readonly shares: Float64Array;
  readonly count: number;
}

const systems = new LastSystem();
let known: DrawWork | undefined;

/** Makes the draws of a task in a thread of a pool. */
export default function drawInThread({ key, work, system, from, shares, count }: ThreadTask): DrawBlock {
  if (known?.key !== key)
    known = {
      ...(deserialize(work) as NamedWork),
      key,
      system: systems.of(system.name, () => deserialize(system.bytes) as System),
    };
  return drawBlock({ work: known, from, shares, count });
}
