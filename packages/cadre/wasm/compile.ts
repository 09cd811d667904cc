import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

/** The source of `src/supply/kernel-code.ts`: the loops of `kernel.ts`, compiled. The same source gives the same bytes. */
export async function compiledKernel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-kernel-"));
  try {
    const out = join(folder, "kernel.wasm");
    const source = fileURLToPath(new URL("kernel.ts", import.meta.url));
    const { error, stderr } = await asc.main([
      source,
      ...["--outFile", out, "--runtime", "stub", "--enable", "simd", "--initialMemory", "1"],
      ...["--noAssert", "-O3"],
    ]);
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    const code = readFileSync(out).toString("base64");
    const lines = code.match(/.{1,110}/g) ?? [];
    return [
      "/** The loops of `wasm/kernel.ts` as WebAssembly, in base 64: written by `npm run kernel`. */",
      "export const KERNEL_CODE = [",
      ...lines.map((line) => `  "${line}",`),
      '].join("");',
      "",
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
