import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOfNotebook } from "./site/cells.ts";
import { NOTEBOOKS, notebookFiles } from "./site/pages.ts";

const textOf = (name: string): string => readFileSync(join(NOTEBOOKS, name), "utf8");

describe.each(notebookFiles())("%s", (name) => {
  it("uses only names that are defined, each once", () => {
    expect(faultsOfNotebook(textOf(name))).toEqual([]);
  });
});

it("has every notebook in the list of notebooks", () => {
  for (const name of notebookFiles().slice(1)) expect(textOf("index.html")).toContain(`](./${name})`);
});

describe("the check of notebooks", () => {
  const notebook = (...cells: string[]) =>
    `<!doctype html><notebook>${cells.map((cell, i) => `<script id="${i + 1}" type="module">${cell}</script>`).join("")}</notebook>`;

  it("finds an undefined name", () => {
    expect(faultsOfNotebook(notebook("const gap = demand - 1;"))).toEqual([
      "cell 1 uses demand, which nothing defines",
    ]);
  });

  it("finds a name defined twice", () => {
    expect(faultsOfNotebook(notebook("const gap = 1;", "const gap = 2;"))).toEqual([
      "cell 2 defines gap again, after cell 1",
    ]);
  });

  it("finds a cell that cannot be read", () => {
    expect(faultsOfNotebook(notebook("const = 1;"))[0]).toMatch(/^cell 1 cannot be read/);
  });
});
