import type { Kernel } from "./kernel.ts";
import * as loops from "./loops.ts";

/** The kernel in JavaScript. */
export const plainKernel: Kernel = { ...loops, array: (length) => new Float64Array(length) };
