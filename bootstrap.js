// Installs what the repository needs, or returns at once when nothing has changed since the last time.
// It runs before every command, so it prints nothing on standard output, where a command's results belong.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

if (process.argv.includes("--only-pnpm")) {
  refuseOtherInstallers();
} else {
  install();
}

/** `npm install` cannot link the packages of a workspace to each other, so it is told what to type instead. */
function refuseOtherInstallers() {
  if (/^pnpm\//.test(process.env.npm_config_user_agent ?? "")) return;
  console.error(
    `\nNo need to install by hand: npm start and npm test install what they need.\nTo install only: npm run bootstrap\nTo add a package: npx --yes ${packageManager} add NAME\n`,
  );
  process.exit(1);
}

function install() {
  const stamp = join(root, "node_modules", ".cadre-installed");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("Installing what Cadre needs (once; later commands skip this) …");
  // What breaks off half-way leaves less than there was, whatever was there before.
  rmSync(stamp, { force: true });
  const done = spawnSync("npx", ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    encoding: "utf8",
    // A terminal or CI has no one to answer a question, and the settings of an outer `npm run` are npm's, not pnpm's.
    env: { ...process.env, CI: "true" },
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0) {
    console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `${done.error.message}\n` : ""}`);
    console.error("The installation did not finish. It needs Node 20.19 or later and the npm registry (once).");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Changes whenever an installation could come out differently. */
function fingerprint() {
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...members()];
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The package.json of every member of the workspace. */
function members() {
  const folders = ["notebooks", "tests", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
  return folders.map((folder) => `${folder}/package.json`).filter((file) => existsSync(join(root, file)));
}
