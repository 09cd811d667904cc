import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { type Loop, type LoopSource, readLoops } from "./loop-source.ts";
import { writtenLoop } from "./loop-writer.ts";

/** What loops written in AssemblyScript need. */
const BEGINNING = `
@inline function across(pair: v128): f64 { return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1); }
@inline function eachAcross(one: v128, other: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(one, other, 0, 2), v128.shuffle<f64>(one, other, 1, 3));
}`;

/** The loops of `src/supply/loops.ts` in AssemblyScript. */
export function inAssemblyScript(source: LoopSource): string {
  const constants = [...source.constants].map(([name, value]) => {
    const text = value
      .getText()
      .replace(/\b\d+\b(?!\.)/g, (whole, at: number, all: string) => (all[at - 1] === "." ? whole : `${whole}.0`));
    return `const ${name}: f64 = ${text};`;
  });
  return [BEGINNING, ...constants, ...source.loops.map((loop) => writtenLoop(loop, source)), ""].join("\n");
}

/** The source of `src/supply/kernel-code.ts`: the loops, compiled. The same source gives the same bytes. */
export async function compiledKernel(): Promise<string> {
  const source = readLoops();
  const folder = mkdtempSync(join(tmpdir(), "cadre-kernel-"));
  try {
    const [from, out] = [join(folder, "kernel.ts"), join(folder, "kernel.wasm")];
    writeFileSync(from, inAssemblyScript(source));
    const { error, stderr } = await asc.main([
      from,
      ...["--outFile", out, "--runtime", "stub", "--enable", "simd", "--initialMemory", "1"],
      ...["--noAssert", "-O3s"],
    ]);
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    return code(source.loops, readFileSync(out).toString("base64"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function code(loops: readonly Loop[], bytes: string): string {
  const given = loops.filter(({ exported }) => exported);
  return [
    "// Written by `npm run kernel` from the loops of loops.ts.",
    "// biome-ignore-all format: it is written, not edited.",
    'import type { Loops } from "./kernel.ts";',
    "",
    "/** The loops as WebAssembly, in base 64. */",
    "export const KERNEL_CODE =",
    `${(bytes.match(/.{1,110}/g) ?? []).map((line) => `  "${line}"`).join(" +\n")};`,
    "",
    "/** What that exports: arrays are where they begin in its memory, with their length where it is asked for. */",
    "export interface KernelCode {",
    ...given.map(
      (loop) =>
        `  readonly ${loop.name}: (${numbersOf(loop, (name) => `${name}: number`, "Length: number")}) => ${loop.returns ? "number" : "void"};`,
    ),
    "}",
    "",
    "const at = (array: Float64Array): number => array.byteOffset;",
    "",
    "/** The loops, on arrays in that memory. */",
    "export const loopsOf = (code: KernelCode): Loops => ({",
    ...given.map((loop) => {
      const names = loop.parameters.map(({ name }) => name).join(", ");
      return `  ${loop.name}: (${names}) => code.${loop.name}(${numbersOf(loop, (name, kind) => (kind === "array" ? `at(${name})` : kind === "flag" ? `${name} ? 1 : 0` : name), ".length")}),`;
    }),
    "});",
    "",
  ].join("\n");
}

/** What one loop is given, in numbers. */
const numbersOf = (loop: Loop, of: (name: string, kind: string) => string, length: string): string =>
  loop.parameters
    .flatMap(({ name, kind }) => [of(name, kind), ...(loop.lengths.has(name) ? [`${name}${length}`] : [])])
    .join(", ");
