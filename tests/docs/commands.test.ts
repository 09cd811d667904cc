import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { main } from "../../packages/cli/src/main.ts";
import { blocksOf, commandsOf } from "./markdown.ts";
import { ROOT, read, writtenPages } from "./pages.ts";
import { workplace } from "./workplace.ts";

const CADRE = "npm run -s cadre -- ";
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const pages = writtenPages()
  .map((path) => ({
    path,
    commands: blocksOf(read(path))
      .filter(({ language }) => language === "sh")
      .flatMap(commandsOf),
  }))
  .filter(({ commands }) => commands.length > 0);

it.each(pages)("the commands of $path name scripts that exist", ({ commands }) => {
  const named = commands.flatMap((command) => /^npm (?:run (?:-s )?)?([\w:-]+)/.exec(command)?.[1] ?? []);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

// What their commands do depends on files they have the reader write: packages/cli/src/own-place.test.ts,
// scenarios-guide.test.ts and staff-list-guide.test.ts follow them.
const followed = ["docs/guide/from-a-staff-list.md", "docs/guide/model-your-own-place.md", "docs/guide/scenarios.md"];
/** Each command with the first page that shows it. */
const shown = new Map<string, string>();
for (const { path, commands } of pages)
  for (const command of commands)
    if (command.startsWith("npm run -s cadre") && !followed.includes(path) && !shown.has(command))
      shown.set(command, path);

/** Pages whose numbers are what their commands print: each command with the text block that follows it. */
const verbatim = ["docs/guide/decide.md"];
const printed = new Map(
  verbatim.flatMap((path) => {
    const blocks = blocksOf(read(path));
    return blocks.flatMap((block, i) => {
      const next = blocks[i + 1];
      if (block.language !== "sh" || next?.language !== "text") return [];
      return commandsOf(block).map((command) => [command, next.text] as const);
    });
  }),
);

const place = workplace(ROOT);
const before = process.cwd();
beforeAll(() => process.chdir(place));
afterAll(() => {
  process.chdir(before);
  rmSync(place, { recursive: true, force: true });
});

// In this process, which has loaded the library already; the test below shows that it makes no difference.
it.each([...shown].map(([command, path]) => [path, command]))("%s: %s", async (_path, command) => {
  const { exitCode, out, err } = await cadre(command);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  const text = printed.get(command);
  if (text !== undefined) expect(out.trim()).toBe(text.trim());
});

it("a command prints the same when it is typed", async () => {
  const command = "npm run -s cadre -- interventions realistic-job-preview";
  expect([...shown.keys()]).toContain(command);
  const [program = "", ...words] = command.split(" ");
  const typed = await promisify(execFile)(program, words, { cwd: place, shell: process.platform === "win32" });
  expect({ exitCode: 0, out: typed.stdout, err: typed.stderr }).toEqual(await cadre(command));
}, 60_000);

/** Runs a command line of a page in this process, in the workplace: its exit code and what it printed. */
async function cadre(command: string): Promise<{ exitCode: number; out: string; err: string }> {
  expect(command.slice(0, CADRE.length)).toBe(CADRE);
  let [out, err] = ["", ""];
  const exitCode = await main(wordsOf(command.slice(CADRE.length)), {
    out: (text) => {
      out += `${text}\n`;
    },
    err: (text) => {
      err += `${text}\n`;
    },
  });
  return { exitCode, out, err };
}

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
