import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TOWN } from "./inputs.ts";
import { type FuzzInput, judged } from "./judge.ts";

// The first run of a process is slow; inputs are timed from the second on.
judged({ kind: "system", folder: TOWN, text: readFileSync(join(TOWN, "system.yaml"), "utf8") });
// A process of its own: what never ends, or takes all memory, ends only this one.
process.on("message", (input: FuzzInput) => process.send?.({ fault: judged(input) }));
process.send?.({ ready: true });
