// Runs a command of this repository (`node packages/cli/built.js cadre …`) from a build of its sources. The build is made
// when a source has changed and kept under node_modules/.cache; to translate the sources each time takes seconds.
import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import "../../bootstrap.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const kept = join(root, "node_modules", ".cache", "cadre");
/** Earlier builds that stay, since a command that is still running may yet load a part of its own. */
const EARLIER = 8;

const [name = "", ...words] = process.argv.slice(2);
const source = join(root, "packages", "cli", "src", `${name}.ts`);
const files = sources();
const build = join(kept, fingerprint(files));
if (existsSync(build) || (await made())) {
  process.argv.splice(1, 2, join(build, `${name}.js`));
  await import(pathToFileURL(process.argv[1]).href);
} else {
  const translated = ["--import", import.meta.resolve("tsx"), "--conditions=source", source];
  const { status } = spawnSync(process.execPath, [...translated, ...words], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}

/** The files a build depends on, from the root, in a fixed order. */
function sources() {
  const packages = readdirSync(join(root, "packages")).sort();
  const own = packages.flatMap((folder) => [
    `packages/${folder}/package.json`,
    ...readdirSync(join(root, "packages", folder, "src"), { recursive: true })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => `packages/${folder}/src/${file.replaceAll("\\", "/")}`)
      .sort(),
  ]);
  return ["pnpm-lock.yaml", "packages/cli/built.js", ...own];
}

function fingerprint(paths) {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch} ${root}`);
  for (const path of paths) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 32);
}

/** Makes the build; whether it could be kept. It appears whole or not at all, whoever else makes the same at this time. */
async function made() {
  const work = join(kept, `.${randomUUID()}`);
  try {
    mkdirSync(work, { recursive: true });
  } catch (error) {
    console.error(`The built command cannot be kept (${error.message}). It runs from its sources, which takes longer.`);
    return false;
  }
  try {
    const { bundle } = await import("./bundle.js");
    await bundle(root, work);
    renameSync(work, build);
  } catch (error) {
    // Another process was first with the same sources.
    if (!existsSync(build)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  forget();
  return true;
}

/** Takes away builds of long ago. */
function forget() {
  const builds = readdirSync(kept).flatMap((folder) => {
    const path = join(kept, folder);
    const about = statSync(path, { throwIfNoEntry: false });
    return about === undefined || path === build ? [] : [{ path, made: about.mtimeMs }];
  });
  for (const { path } of builds.sort((a, b) => b.made - a.made).slice(EARLIER))
    rmSync(path, { recursive: true, force: true });
}
