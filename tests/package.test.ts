import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consumerConfig, consumerScript, consumerTypes, smallSystem } from "./package/consumer.ts";
import { reachableFrom } from "./package/reachable.ts";

/** The packages a reader can install, in the order they are built. */
const packages = ["cadre", "charts", "workbook", "sources", "report", "cli"] as const;
type Package = (typeof packages)[number];
type Manifest = {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const folderOf = (name: Package): string => join(root, "packages", name);
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const work = mkdtempSync(join(tmpdir(), "cadre-package-"));
const consumer = join(work, "consumer");
afterAll(() => rmSync(work, { recursive: true, force: true }));

const bin = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
const path = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";

/** What a command prints; what it says besides is in the error of one that fails. */
async function sh(cwd: string, program: string, ...words: string[]): Promise<string> {
  const options = {
    cwd,
    env: { ...process.env, [path]: bin },
    maxBuffer: 1 << 26,
    shell: process.platform === "win32",
  };
  try {
    return (await promisify(execFile)(program, words, options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${words.join(" ")} failed\n${stdout}\n${stderr}`);
  }
}

/** The archive that a way of packing made of a package. */
function archive(kind: "packed" | "published", name: Package): string {
  const manifest = manifestOf(folderOf(name));
  return join(work, kind, `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`);
}
const packed = (name: Package): string => archive("packed", name);
const published = (name: Package): string => archive("published", name);

beforeAll(async () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { packageManager: string };
  for (const kind of ["packed", "published"]) mkdirSync(join(work, kind));
  await sh(root, "npm", "run", "-s", "build:packages", "--", "--logLevel", "error");
  const folders = packages.map((name) => `./packages/${name}`);
  await sh(root, "npm", "pack", ...folders, "--pack-destination", join(work, "packed"));
  const words = ["--recursive", "--filter", "./packages/*", "pack", "--pack-destination", join(work, "published")];
  await sh(root, "npx", "--yes", packageManager, ...words);
}, 300_000);

describe.each(packages)("the archive of %s", (name) => {
  it("holds what a reader needs and nothing else", async () => {
    const files = (await sh(work, "tar", "-tzf", packed(name))).trim().split("\n").sort();
    const stray = files.filter(
      (file) => !/^package\/(dist\/.+|schema\/.+\.json|README\.md|LICENSE|package\.json)$/.test(file),
    );
    expect(stray).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["package/LICENSE", "package/README.md", "package/package.json"]));
    expect(files.filter((file) => /\.test|tsbuildinfo/.test(file))).toEqual([]);
  });

  it("names the versions of its neighbours, and is published without a way to its source", async () => {
    const { version } = manifestOf(folderOf("cadre"));
    const manifest = JSON.parse(await sh(work, "tar", "-xzOf", published(name), "package/package.json")) as Manifest;
    expect(manifest.version).toBe(version);
    expect(JSON.stringify(manifest.exports)).not.toContain("source");
    for (const [dependency, range] of Object.entries(manifest.dependencies)) {
      if (dependency === "cadre" || dependency.startsWith("@cadre/")) expect(range).toBe(version);
      expect(range).not.toMatch(/^(workspace|link|file|catalog):/);
    }
  });

  it("is clean to publint", async () => {
    expect(await sh(work, "publint", "run", published(name), "--strict")).toContain("All good!");
  });
});

describe("what is built", () => {
  it.each(["cadre", "charts", "workbook", "sources", "report"] as const)(
    "%s gives its types to every way of importing",
    async (name) => {
      const words = ["--profile", "esm-only", "--exclude-entrypoints", "schema", "--no-color"];
      // It ends with an error when it finds a problem in a way of importing that the profile holds.
      expect(await sh(work, "attw", published(name), ...words)).toContain("🟢");
    },
  );

  it.each(["cadre", "charts", "workbook", "sources", "report"] as const)(
    "%s runs in a page: nothing but its entry for Node imports of Node",
    (name) => {
      const pageEntries = Object.keys(manifestOf(folderOf(name)).exports)
        .filter((path) => !path.endsWith(".json") && path !== "./node")
        .map((path) => `${path === "." ? "index" : path.slice("./".length)}.js`);
      const imports = pageEntries.flatMap((file) => reachableFrom(join(folderOf(name), "dist", file)));
      expect(imports.filter((from) => from.startsWith("node:"))).toEqual([]);
    },
  );
});

describe("an empty project", () => {
  beforeAll(async () => {
    mkdirSync(consumer);
    writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
    const archives = packages.map(packed);
    await sh(
      consumer,
      "npm",
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      ...archives,
    );
    writeFileSync(join(consumer, "system.yaml"), smallSystem);
    writeFileSync(join(consumer, "script.mjs"), consumerScript);
    writeFileSync(join(consumer, "types.ts"), consumerTypes);
    writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(consumerConfig));
  }, 300_000);

  it("reads and runs a small system and draws it", async () => {
    const answer = JSON.parse(await sh(consumer, "node", "script.mjs")) as Record<string, unknown>;
    expect(answer).toEqual({
      opening: 100,
      years: [2020, 2021, 2022],
      same: true,
      svg: true,
      together: 105,
      threads: true,
    });
  }, 30_000);

  it("knows the types", async () => {
    await sh(consumer, "tsc", "--project", "tsconfig.json");
  }, 30_000);

  it("has the command", async () => {
    const cadre = join(consumer, "node_modules", ".bin", "cadre");
    expect((await sh(consumer, cadre, "--version")).trim()).toBe(manifestOf(folderOf("cli")).version);
    await sh(consumer, cadre, "run", "system.yaml", "--out", "out");
    for (const file of ["results.csv", "run.json", "given.json", "resolved.json", "assumptions.csv"])
      expect(existsSync(join(consumer, "out", file)), file).toBe(true);
    const boards = ["board.pdf", "board.pptx", "board.xlsx", "charts"];
    await sh(consumer, cadre, "report", ".", ...boards.flatMap((name) => ["--to", join("boards", name)]));
    expect(readdirSync(join(consumer, "boards")).sort()).toEqual(boards);
  }, 30_000);
});
