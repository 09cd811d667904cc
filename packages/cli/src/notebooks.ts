import { spawn } from "node:child_process";
import { join } from "node:path";
import { serveFolder } from "./serve-folder.ts";
import type { Terminal } from "./terminal.ts";

/** Where the site is to be found again after the next start, unless something else is there. */
const PORT = 5210;

/** Builds the live notebooks of this repository and serves them on this computer, until the reader ends it. */
export async function serveNotebooks(terminal: Terminal): Promise<void> {
  terminal.progress?.("Building the notebooks …");
  await build();
  terminal.progress?.("");
  const { address } = await serveFolder("notebooks/.observable/site", PORT);
  terminal.out(`\nThe same to try out, in a browser: ${address}\n(Ctrl+C ends it.)`);
}

function build(): Promise<void> {
  return new Promise((done, fail) => {
    const building = spawn(
      process.execPath,
      ["--import", "tsx", "--conditions=source", join("notebooks", "build.ts")],
      { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, NODE_ENV: "production" } },
    );
    let said = "";
    building.stderr.on("data", (part: Buffer) => {
      said += part;
    });
    building.on("error", fail);
    building.on("close", (code) => (code === 0 ? done() : fail(new Error(`the notebooks were not built: ${said}`))));
  });
}
