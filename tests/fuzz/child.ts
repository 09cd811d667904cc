import { type FuzzInput, judged } from "./judge.ts";

// A process of its own: what never ends, or takes all memory, ends only this one.
process.on("message", (input: FuzzInput) => process.send?.({ fault: judged(input) }));
process.send?.({ ready: true });
