import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputOf, originals, TOWN } from "./inputs.ts";
import { type FuzzInput, judged } from "./judge.ts";

/** What this process is asked: to try one input, or the inputs of a seed from a number on until it is ended. */
export type Asked = { readonly input: FuzzInput } | { readonly seed: number; readonly first: number };
/** What is wrong with how an input was taken, if anything. */
export interface Told {
  readonly fault?: string;
}

const tell = (fault?: string): void => void process.send?.(fault === undefined ? {} : { fault });

function tryAll(seed: number, number: number, from = originals()): void {
  tell(judged(inputOf(seed, number, from)));
  // The messages leave in between.
  setImmediate(tryAll, seed, number + 1, from);
}

// The first run of a process is slow; inputs are timed from the second on.
judged({ kind: "system", folder: TOWN, text: readFileSync(join(TOWN, "system.yaml"), "utf8") });
// A process of its own: what never ends, or takes all memory, ends only this one.
process.on("message", (asked: Asked) => {
  if ("seed" in asked) return tryAll(asked.seed, asked.first);
  tell(judged(asked.input));
});
process.on("disconnect", () => process.exit());
tell();
