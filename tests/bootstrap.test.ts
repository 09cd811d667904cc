import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "cadre-bootstrap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workspace without packages, and an `npx` that installs a file, or breaks off after it has removed it. */
for (const name of ["node_modules", "packages", "bin"]) mkdirSync(join(folder, name));
copyFileSync("bootstrap.js", join(folder, "bootstrap.js"));
writeFileSync(join(folder, "package.json"), '{ "type": "module", "packageManager": "pnpm@10.34.9" }');
writeFileSync(join(folder, "pnpm-workspace.yaml"), "");
writeFileSync(
  join(folder, "bin", "npx"),
  "#!/bin/sh\nif [ -f broken ]; then rm -f node_modules/tool; echo no network; exit 1; fi\ntouch node_modules/tool\n",
);
chmodSync(join(folder, "bin", "npx"), 0o755);

const lock = (text: string) => writeFileSync(join(folder, "pnpm-lock.yaml"), text);
const bootstrap = () =>
  spawnSync(process.execPath, ["bootstrap.js"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` },
  });
const installed = () => existsSync(join(folder, "node_modules", "tool"));

test("an installation that broke off is made up for, also when the files are as they were before it", () => {
  lock("one");
  expect(bootstrap()).toMatchObject({ status: 0, stdout: "" });
  expect(installed()).toBe(true);
  expect(bootstrap().stderr, "nothing to do").toBe("");

  lock("two");
  writeFileSync(join(folder, "broken"), "");
  const { status, stderr } = bootstrap();
  expect(status).toBe(1);
  expect(stderr).toContain("no network");
  rmSync(join(folder, "broken"));

  lock("one");
  expect(bootstrap().status).toBe(0);
  expect(installed()).toBe(true);
});
