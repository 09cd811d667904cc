import { run, type System } from "cadre";
import type { Answer, Order } from "./run-in-worker.ts";

// Runs the library beside the page, so that a slider never waits for the model. A system comes once and is kept, and
// frozen: its base year is then worked out once, however often it is run.
const systems = new Map<number, System>();

addEventListener("message", ({ data }: MessageEvent<Order>) => postMessage(answer(data)));

function answer({ key, system, scenario }: Order): Answer {
  try {
    if (system !== undefined) systems.set(key, Object.freeze(system));
    return { result: run(systems.get(key) as System, scenario).data };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
