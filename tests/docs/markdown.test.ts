import { describe, expect, it } from "vitest";
import { anchorsOf, blocksOf, commandsOf, examplesOf, linksOf } from "./markdown.ts";

const page = [
  "# The gap, explained",
  'See [the model](docs/model.md#the-gap "title"), [the web](https://example.org) and `[not](this.md)`.',
  "![chart](chart.svg)",
  "",
  "```ts",
  'import { run } from "cadre";',
  "```",
  "",
  "- in a list:",
  "  ```sh",
  "  $ npm run -s cadre -- run a.yaml \\",
  "      --out OUT  # writes four files",
  "  ```",
  "",
  "[named]: docs/named.md",
  "## The gap, explained",
].join("\n");

describe("reading a page", () => {
  it("finds blocks with their language and line", () => {
    expect(blocksOf(page)).toEqual([
      { language: "ts", text: 'import { run } from "cadre";', line: 5 },
      { language: "sh", text: "$ npm run -s cadre -- run a.yaml \\\n    --out OUT  # writes four files", line: 10 },
    ]);
  });

  it("finds links to files, not to the web and not in code", () => {
    expect(linksOf(page)).toEqual(["docs/model.md#the-gap", "chart.svg", "docs/named.md"]);
  });

  it("makes anchors as git hosts do", () => {
    expect([...anchorsOf(page)]).toEqual(["the-gap-explained", "the-gap-explained-1"]);
  });

  it("joins continued commands and drops prompts and comments", () => {
    expect(blocksOf(page).slice(1).flatMap(commandsOf)).toEqual(["npm run -s cadre -- run a.yaml --out OUT"]);
  });

  it("finds the examples of doc comments", () => {
    const source = "/**\n * Runs.\n * @example\n * ```ts\n * run(1);\n * ```\n */\nexport const run = 1;\n";
    expect(examplesOf(source)).toEqual([{ language: "ts", text: "run(1);", line: 4 }]);
  });
});
