import { afterEach, beforeEach } from "vitest";

/** What a library prints, its user cannot catch: a test during which anything prints therefore fails. */
const methods = ["debug", "error", "info", "log", "trace", "warn"] as const;
const streams = ["stdout", "stderr"] as const;
const consoleBefore = Object.fromEntries(methods.map((method) => [method, console[method]]));
const writeBefore = Object.fromEntries(streams.map((stream) => [stream, process[stream].write]));
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const method of methods) {
    console[method] = (...words: unknown[]) => {
      printed.push(`console.${method}: ${words.map(String).join(" ")}`);
    };
  }
  for (const stream of streams) {
    process[stream].write = (text: unknown) => printed.push(`process.${stream}: ${String(text)}`) > 0;
  }
});

afterEach(() => {
  Object.assign(console, consoleBefore);
  for (const stream of streams) Object.assign(process[stream], { write: writeBefore[stream] });
  if (printed.length > 0) throw new Error(`The test printed:\n${printed.join("\n")}`);
});
