import { ageOneYear } from "./ageing.ts";
import { decay } from "./decay.ts";
import type { Kernel } from "./kernel.ts";
import { add, addTimes, close, join, less, move, multiply, times } from "./loops.ts";
import { count, dot, leave, total } from "./sums.ts";
import { lost, spare, takeOut } from "./taking-out.ts";

/** The kernel in JavaScript. */
export const plainKernel: Kernel = {
  array: (length) => new Float64Array(length),
  ...{ add, addTimes, ageOneYear, close, count, decay, dot, join, leave },
  ...{ less, lost: lost, move, multiply, spare: spare, takeOut, times, total },
};
