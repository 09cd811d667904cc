import type * as loops from "./loops.ts";

/**
 * The loops over cells, and the memory they work in. `plainKernel` runs them in JavaScript, `fastKernel` in WebAssembly,
 * two numbers at a time: it serves ensembles. Both do the same to the last bit.
 */
export interface Kernel extends Loops {
  /** Memory that this kernel can work on; every array that its loops are given comes from here. */
  array(length: number): Float64Array;
}

/** What `loops.ts` exports. */
export type Loops = { readonly [Name in keyof typeof loops]: (typeof loops)[Name] };
