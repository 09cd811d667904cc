import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const root = mkdtempSync(join(tmpdir(), "cadre-built-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A repository whose command says one word. */
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const says = (word: string) =>
  write(
    "packages/cli/src/cadre.ts",
    `const word: string = "${word}"; console.log(word, import.meta.url.endsWith("src/cadre.ts"), ...process.argv.slice(2));`,
  );
write("bootstrap.js", "");
write("pnpm-lock.yaml", "");
write("package.json", '{ "type": "module" }');
for (const name of ["cli", "cadre"]) write(`packages/${name}/package.json`, '{ "type": "module" }');
write("packages/cli/src/start.ts", "");
for (const name of ["draw-thread", "effects-thread"]) write(`packages/cadre/src/node/${name}.ts`, "");
for (const name of ["built.js", "bundle.js"]) copyFileSync(join(here, name), join(root, "packages", "cli", name));
mkdirSync(join(root, "node_modules"));
for (const [name, at] of [
  ["esbuild", here],
  ["tsx", join(here, "../..")],
] as const)
  symlinkSync(join(at, "node_modules", name), join(root, "node_modules", name));

const command = (...words: string[]) =>
  promisify(execFile)(process.execPath, [join(root, "packages/cli/built.js"), "cadre", ...words]);
const builds = () => readdirSync(join(root, "node_modules", ".cache", "cadre")).length;

test("a command is built when a source has changed, also by two at once, and otherwise as it was kept", async () => {
  says("one");
  const both = await Promise.all([command("a", "--b"), command("a", "--b")]);
  expect(both).toEqual(both.map(() => ({ stdout: "one true a --b\n", stderr: "" })));
  expect(builds()).toBe(1);
  says("two");
  expect(await command()).toEqual({ stdout: "two true\n", stderr: "" });
  expect(builds()).toBe(2);
  await command();
  expect(builds(), "nothing changed").toBe(2);
});

test("runs from the sources, and says so, where a build cannot be kept", async () => {
  rmSync(join(root, "node_modules", ".cache"), { recursive: true });
  writeFileSync(join(root, "node_modules", ".cache"), "");
  says("three");
  const { stdout, stderr } = await command("--c");
  expect(stdout).toBe("three true --c\n");
  expect(stderr).toMatch(
    /^The built command cannot be kept \(.+\)\. It runs from its sources, which takes longer\.\n$/,
  );
});

test("a source that cannot be read as TypeScript is named", async () => {
  rmSync(join(root, "node_modules", ".cache"));
  write("packages/cli/src/cadre.ts", "const = ;");
  await expect(command()).rejects.toMatchObject({ stderr: expect.stringContaining("packages/cli/src/cadre.ts:1:6") });
});
