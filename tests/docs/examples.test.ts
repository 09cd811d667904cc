import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, examplesOf } from "./markdown.ts";
import { filesEnding, ROOT, read, writtenPages } from "./pages.ts";
import { workplace } from "./workplace.ts";

const sources = filesEnding(".ts").filter((path) => /^packages\/[^/]+\/src\//.test(path) && !path.endsWith(".test.ts"));
const examples = [
  ...writtenPages().flatMap((path) =>
    blocksOf(read(path))
      .filter(({ language }) => language === "ts")
      .map((block) => ({ path, block })),
  ),
  ...sources.flatMap((path) => examplesOf(read(path)).map((block) => ({ path, block }))),
].map(({ path, block }) => ({ name: `${path}:${block.line}`, text: block.text }));

const place = workplace(ROOT);
// Inside tests/, where the packages of this repository can be imported by their names.
const folder = mkdtempSync(join(ROOT, "tests", ".examples-"));
const fileOf = (name: string): string => join(folder, `${name.replace(/[^\w.]/g, "-")}.ts`);
let errors: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  for (const { name, text } of examples) writeFileSync(fileOf(name), `${text}\nexport {};\n`);
  errors = await runExamples(examples.map(({ name }) => fileOf(name)));
}, 180_000);
afterAll(() => {
  for (const made of [folder, place]) rmSync(made, { recursive: true, force: true });
});

it("there are examples in pages and in doc comments", () => {
  expect(examples.some(({ name }) => name.startsWith("README.md"))).toBe(true);
  expect(examples.some(({ name }) => name.startsWith("packages/cadre/src/"))).toBe(true);
});

it.each(examples)("the example of $name runs", ({ name }) => {
  expect(errors[fileOf(name)]).toBeUndefined();
});

/** Runs all files in one process of Node, where they may print, as their reader would: its errors by file. */
function runExamples(files: readonly string[]): Promise<Record<string, string>> {
  const child = fork(join(ROOT, "tests/docs/run-examples.ts"), files, {
    cwd: place,
    execArgv: ["--import", "tsx", "--conditions=source"],
    silent: true,
  });
  let said = "";
  child.stderr?.on("data", (text) => {
    said += String(text);
  });
  child.stdout?.resume();
  return new Promise((done, fail) => {
    let answer: Record<string, string> | undefined;
    child.on("message", (message) => {
      answer = message as Record<string, string>;
    });
    child.on("close", () => (answer ? done(answer) : fail(new Error(`The examples did not finish.\n${said}`))));
  });
}
