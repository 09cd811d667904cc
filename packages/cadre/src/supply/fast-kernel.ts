import type { Kernel } from "./kernel.ts";
import { KERNEL_CODE } from "./kernel-code.ts";

/** WebAssembly, as far as it is used here; pages that forbid it have none. */
declare const WebAssembly:
  | {
      Module: new (code: Uint8Array) => object;
      Instance: new (module: object) => { readonly exports: object };
    }
  | undefined;

type Loop = (...numbers: number[]) => void;
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly decay: Loop;
  readonly close: Loop;
  readonly join: Loop;
  readonly multiply: Loop;
  readonly add: Loop;
  readonly move: Loop;
  readonly less: Loop;
  readonly addTimes: Loop;
  readonly times: Loop;
  readonly leave: Loop;
  readonly count: Loop;
  readonly total: Loop;
  readonly lost: Loop;
  readonly takeOut: Loop;
  readonly age: Loop;
  readonly spare: (...numbers: number[]) => number;
  readonly dot: (a: number, b: number, length: number) => number;
}

const PAGE = 65536;
let compiled: object | undefined;

/**
 * The kernel in WebAssembly, with memory for so many numbers; undefined where a page forbids WebAssembly or the memory
 * cannot be had: each takes 10 GB of addresses, though hardly any memory, and a process may be allowed fewer.
 */
export function fastKernel(numbers: number): Kernel | undefined {
  const code = started(numbers);
  return code && kernelOf(code);
}

function started(numbers: number): Exports | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    compiled ??= new WebAssembly.Module(bytesOf(KERNEL_CODE));
    const code = new WebAssembly.Instance(compiled).exports as Exports;
    // Memory that grows later would take the arrays away from those who hold them.
    code.memory.grow(Math.ceil((numbers * 8 + PAGE) / PAGE));
    return code;
  } catch {
    return undefined;
  }
}

function kernelOf(code: Exports): Kernel {
  const { buffer } = code.memory;
  let next = PAGE;
  return {
    array(length) {
      const made = new Float64Array(buffer, next, length);
      // Pairs begin at whole multiples of 16 bytes, and the last one may reach one number beyond the end.
      next += Math.ceil(length / 2) * 16;
      return made;
    },
    decay: (hazard, delta, stay, lived, joinedLived) =>
      code.decay(hazard.byteOffset, delta, stay.byteOffset, lived.byteOffset, joinedLived.byteOffset, hazard.length),
    close: (stay, lived, heads, years, first) =>
      code.close(stay.byteOffset, lived.byteOffset, heads.byteOffset, years.byteOffset, heads.length, first ? 1 : 0),
    join: (joiners, stay, lived, heads, years, tenures) =>
      code.join(
        joiners.byteOffset,
        stay.byteOffset,
        lived.byteOffset,
        heads.byteOffset,
        years.byteOffset,
        joiners.length,
        tenures,
      ),
    multiply: (a, b, into) => code.multiply(a.byteOffset, b.byteOffset, into.byteOffset, into.length),
    add: (a, into) => code.add(a.byteOffset, into.byteOffset, into.length),
    move: (perHead, heads, joiners, tenures) =>
      code.move(perHead.byteOffset, heads.byteOffset, joiners.byteOffset, joiners.length, tenures),
    less: (factor, from, into) => code.less(factor.byteOffset, from.byteOffset, into.byteOffset, into.length),
    dot: (a, b) => code.dot(a.byteOffset, b.byteOffset, a.length),
    addTimes: (a, times, into) => code.addTimes(a.byteOffset, times, into.byteOffset, into.length),
    times: (a, times, into) => code.times(a.byteOffset, times, into.byteOffset, into.length),
    leave: (years, hazard, pools, sums) =>
      code.leave(years.byteOffset, hazard.byteOffset, years.length / pools, pools, sums.byteOffset),
    count: (heads, fte, tenures, pools, sums, fullTime) =>
      code.count(
        heads.byteOffset,
        fte.byteOffset,
        fte.length / pools,
        tenures,
        pools,
        sums.byteOffset,
        fullTime.byteOffset,
      ),
    total: (values, pools, sums) => code.total(values.byteOffset, values.length / pools, pools, sums.byteOffset),
    spare: (stock, stay, lived, gone, share, free, byEntry) =>
      code.spare(
        stock.byteOffset,
        stay.byteOffset,
        lived.byteOffset,
        gone.byteOffset,
        share,
        free.byteOffset,
        byEntry.byteOffset,
        byEntry.length,
        free.length / byEntry.length,
      ),
    lost: (hazard, free, joinedLived, into) =>
      code.lost(
        hazard.byteOffset,
        free.byteOffset,
        joinedLived.byteOffset,
        into.byteOffset,
        into.length,
        free.length / into.length,
      ),
    takeOut: (taken, lived, joinedLived, share, delta, heads, years) =>
      code.takeOut(
        taken.byteOffset,
        lived.byteOffset,
        joinedLived.byteOffset,
        share,
        share / delta,
        heads.byteOffset,
        years.byteOffset,
        taken.length,
      ),
    age: (heads, ages, tenures) => code.age(heads.byteOffset, ages, tenures, heads.length / (ages * tenures)),
  };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64, without a function of a page or of Node. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, "").length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of text) {
    if (letter === "=") break;
    bits = ((bits << 6) | LETTERS.indexOf(letter)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
  }
  return bytes;
}
