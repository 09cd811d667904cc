import type { Kernel } from "./kernel.ts";
import { KERNEL_CODE, type KernelCode, loopsOf } from "./kernel-code.ts";

/** WebAssembly, as far as it is used here; pages that forbid it have none. */
declare const WebAssembly:
  | {
      Module: new (code: Uint8Array) => object;
      Instance: new (module: object) => { readonly exports: object };
    }
  | undefined;
/** Base 64 read, which pages, workers and Node have alike. */
declare const atob: (text: string) => string;

interface Exports extends KernelCode {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
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
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (letter) => letter.charCodeAt(0)));
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
    ...loopsOf(code),
    array(length) {
      const made = new Float64Array(buffer, next, length);
      // Pairs begin at whole multiples of 16 bytes, and the last one may reach one number beyond the end.
      next += Math.ceil(length / 2) * 16;
      return made;
    },
  };
}
