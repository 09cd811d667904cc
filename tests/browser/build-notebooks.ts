import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KEPT = join(ROOT, "node_modules/.cache/cadre-notebooks");
const A_DAY = 24 * 60 * 60 * 1000;

/** What a build of the notebooks left behind: a folder with `site` and `one-file` in it, and what it printed. */
export interface Built {
  readonly folder: string;
  readonly printed: string;
}

/**
 * The notebooks built as `npm run build` does: again only when a file has changed that they are built from, otherwise
 * what is left of last time. Rejects with what the build printed when it fails.
 */
export async function builtNotebooks(): Promise<Built> {
  const kept = join(KEPT, fingerprint());
  const said = join(kept, "printed.txt");
  if (!existsSync(said)) {
    mkdirSync(KEPT, { recursive: true });
    forgetOld();
    const fresh = mkdtempSync(join(KEPT, "unfinished-"));
    await writeFile(join(fresh, "printed.txt"), await build(join(fresh, "out")));
    // Only a finished build gets its name, and when two runs build at once the first to finish is kept.
    if (!existsSync(said)) renameSync(fresh, kept);
    else rmSync(fresh, { recursive: true, force: true });
  }
  return { folder: join(kept, "out"), printed: readFileSync(said, "utf8") };
}

function build(out: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const build = spawn(
      process.execPath,
      ["--import", "tsx", "--conditions=source", "notebooks/build.ts", "--out", out],
      { cwd: ROOT, env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" } },
    );
    let printed = "";
    const keep = (part: Buffer) => {
      printed += part;
    };
    build.stdout.on("data", keep);
    build.stderr.on("data", keep);
    build.on("error", reject);
    build.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`The build failed:\n${printed}`))));
  });
}

/** Changes whenever a build could come out differently. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const places = [
    "notebooks",
    "packages",
    "scenarios",
    "data",
    "pnpm-lock.yaml",
    "tsconfig.json",
    "tsconfig.base.json",
  ];
  for (const path of places.flatMap(filesBelow).sort())
    hash.update(`\n${path}\n`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex").slice(0, 32);
}

const NOT_BUILT_FROM = /(^|\/)(node_modules|dist|out|\.observable)$|\.(test|test-data)\.ts$/;

function filesBelow(path: string): string[] {
  if (NOT_BUILT_FROM.test(path)) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesBelow(`${path}/${name}`));
}

function forgetOld(): void {
  for (const name of readdirSync(KEPT)) {
    const path = join(KEPT, name);
    if (Date.now() - statSync(path).mtimeMs > A_DAY) rmSync(path, { recursive: true, force: true });
  }
}
