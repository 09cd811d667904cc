import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the notebooks into a folder, as `npm run build` does; rejects with what the build printed when it fails. */
export function buildNotebooks(out: string): Promise<string> {
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
