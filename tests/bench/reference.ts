import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Resolved } from "../../packages/cadre/src/plan/resolved.ts";

/** The projection in C of a model without markets, hires, training and returners; what it found is in `out`. */
export interface Reference {
  project(): void;
  readonly out: Float64Array;
}

/** How many numbers the C takes at a time: as many as the processor can, or two, as WebAssembly does. */
export const LANES = {
  widest: ["-march=native"],
  // Elsewhere than on x64 two is what a compiler takes unless told otherwise.
  two: process.arch === "x64" ? ["-msse4.2"] : [],
};

/** Compiles `reference.c` and loads it into this process; the reason where that cannot be done. */
export function reference(resolved: Resolved, lanes: readonly string[]): Reference | string {
  const { size, ages, years, rates, opening, joiners, fte } = resolved;
  if (process.platform === "win32") return "the reference is compiled with gcc, which is not looked for here";
  const folder = mkdtempSync(join(tmpdir(), "cadre-bench-"));
  try {
    const file = join(folder, "reference.node");
    const source = fileURLToPath(new URL("reference.c", import.meta.url));
    const shared = process.platform === "darwin" ? ["-undefined", "dynamic_lookup"] : [];
    const done = spawnSync(
      "gcc",
      ["-O3", ...lanes, "-ffast-math", "-shared", "-fPIC", ...shared, "-o", file, source, "-lm"],
      { encoding: "utf8" },
    );
    if (done.error) return "there is no gcc";
    if (done.status !== 0) return done.stderr;
    const { project } = createRequire(import.meta.url)(file) as { project(...arrays: Float64Array[]): void };
    const first = rates[0]!;
    const out = new Float64Array((years.length + 1) * size.pools + years.length * size.pools * 4);
    const sizes = [size.pools, size.entries, size.tenures, ages, years.length, first.moves.length];
    const arrays = [
      Float64Array.from(sizes),
      ...Object.values(first.hazards),
      Float64Array.from(first.moves.flatMap(({ from, to }) => [from, to])),
      Float64Array.from(first.moves.flatMap(({ hazard }) => [...hazard])),
      opening,
      Float64Array.from(years.flatMap((_, y) => joiners.recruits.map(({ planned }) => planned[y]!))),
      Float64Array.from(joiners.recruits.flatMap(({ profile }) => [...profile])),
      fte[0]!,
      out,
    ];
    return { project: () => project(...arrays), out };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
