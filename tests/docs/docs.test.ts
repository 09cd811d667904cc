import { execFile, fork } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorsOf, type Block, blocksOf, commandsOf, examplesOf, linksOf } from "./markdown.ts";
import { workplace } from "./workplace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const ignored = /(^|\/)(node_modules|dist|out|\.git|\.observable|\.examples-[^/]*)(\/|$)/;

/** The files below the root with a given ending, by their path from the root with forward slashes. */
function filesEnding(ending: string): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (ignored.test(path)) continue;
      if (entry.isDirectory()) visit(path);
      else if (path.endsWith(ending)) found.push(path);
    }
  };
  visit("");
  return found.sort();
}

const pages = filesEnding(".md");
const written = pages.filter((path) => !path.startsWith("docs/api/"));
const place = workplace(root);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("links", () => {
  it.each(pages)("of %s lead somewhere", (page) => {
    const broken = linksOf(read(page)).filter((link) => {
      const [path = "", anchor] = decodeURI(link).split("#");
      const file = resolve(root, dirname(page), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && file.endsWith(".md") && !anchorsOf(readFileSync(file, "utf8")).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe("examples in TypeScript", () => {
  const sources = filesEnding(".ts").filter(
    (path) => /^packages\/[^/]+\/src\//.test(path) && !path.endsWith(".test.ts"),
  );
  const examples: { name: string; block: Block }[] = [
    ...written.flatMap((path) =>
      blocksOf(read(path))
        .filter(({ language }) => language === "ts")
        .map((block) => ({ name: `${path}:${block.line}`, block })),
    ),
    ...sources.flatMap((path) => examplesOf(read(path)).map((block) => ({ name: `${path}:${block.line}`, block }))),
  ];
  let errors: Readonly<Record<string, string>> = {};
  // Inside tests/, where the packages of this repository can be imported by their names.
  const folder = mkdtempSync(join(root, "tests", ".examples-"));
  const fileOf = (name: string): string => join(folder, `${name.replace(/[^\w.]/g, "-")}.ts`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    for (const { name, block } of examples) writeFileSync(fileOf(name), `${block.text}\nexport {};\n`);
    const child = fork(
      join(root, "tests/docs/run-examples.ts"),
      examples.map(({ name }) => fileOf(name)),
      {
        cwd: place,
        execArgv: ["--import", "tsx", "--conditions=source"],
        silent: true,
      },
    );
    let said = "";
    child.stderr?.on("data", (text) => {
      said += String(text);
    });
    child.stdout?.resume();
    errors = await new Promise((done, fail) => {
      let answer: Record<string, string> | undefined;
      child.on("message", (message) => {
        answer = message as Record<string, string>;
      });
      child.on("close", () => (answer ? done(answer) : fail(new Error(`The examples did not finish.\n${said}`))));
    });
  }, 90_000);

  it.skipIf(examples.length === 0).each(examples)("$name runs", ({ name }) => {
    expect(errors[fileOf(name)]).toBeUndefined();
  });
});

describe("commands", () => {
  const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;
  const shell = written
    .map((path) => ({
      path,
      commands: blocksOf(read(path))
        .filter(({ language }) => language === "sh")
        .flatMap(commandsOf),
    }))
    .filter(({ commands }) => commands.length > 0);

  it.skipIf(shell.length === 0).each(shell)("of $path name scripts that exist", ({ commands }) => {
    const named = commands.flatMap((command) => /^npm (?:run (?:-s )?)?([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  // What their commands do depends on files they have the reader write: packages/cli/src/own-place.test.ts and
  // scenarios-guide.test.ts follow them.
  const followed = ["docs/guide/model-your-own-place.md", "docs/guide/scenarios.md"];
  const runs = shell
    .map(({ path, commands }) => ({
      path,
      commands: commands.filter((command) => command.startsWith("npm run -s cadre")),
    }))
    .filter(({ path, commands }) => commands.length > 0 && !followed.includes(path));

  it.skipIf(runs.length === 0).each(runs)(
    "of $path succeed",
    async ({ commands }) => {
      for (const command of commands) {
        const [program = "npm", ...words] = wordsOf(command);
        await promisify(execFile)(program, words, { cwd: place, timeout: 60_000, shell: process.platform === "win32" });
      }
    },
    120_000,
  );
});

/** A command's words as a shell would split them; words in capitals stand for a folder the reader chooses. */
function wordsOf(command: string): string[] {
  if (/[|;&<>$`]/.test(command)) throw new Error(`Only a plain command can be tried out: ${command}`);
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  return words.map((word) => {
    if (!/^[A-Z]{2,}$/.test(word)) return word;
    const folder = join(place, "out", word.toLowerCase());
    mkdirSync(dirname(folder), { recursive: true });
    return relative(place, folder).split(sep).join("/");
  });
}
