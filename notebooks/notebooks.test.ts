import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOfNotebook } from "./site/cells.ts";
import { modelCodeOf, READERS } from "./site/model-code.ts";
import { NOTEBOOKS, notebookFiles } from "./site/pages.ts";

const textOf = (name: string): string => readFileSync(join(NOTEBOOKS, name), "utf8");

describe.each(notebookFiles())("%s", (name) => {
  it("uses only names that are defined, each once", () => {
    expect(faultsOfNotebook(textOf(name))).toEqual([]);
  });

  it("leaves computing to the library", () => {
    expect(modelCodeOf(textOf(name))).toEqual([]);
  });
});

it("has every notebook in the list of notebooks", () => {
  for (const name of notebookFiles().slice(1)) expect(textOf("index.html")).toContain(`](./${name})`);
});

it("runs the library in workers only", () => {
  const files = readdirSync(join(NOTEBOOKS, "lib"), { recursive: true, encoding: "utf8" });
  const inPages = files.filter(
    (name) =>
      name.endsWith(".ts") &&
      !/(\.test|work\/(tasks|text-tasks|answer-orders|drawers|fitting|planning))\.ts$/.test(name),
  );
  for (const name of inPages) {
    const imports = textOf(`lib/${name}`).matchAll(/(?:import|export) (?!type)\{([^}]*)\} from "cadre(?:\/\w+)?"/g);
    const values = [...imports].flatMap(([, names = ""]) => names.split(",").map((one) => one.trim()));
    const used = values.filter((one) => one !== "" && !one.startsWith("type "));
    expect(
      used.filter((one) => !READERS.has(one)),
      name,
    ).toEqual([]);
  }
});

describe("the check of notebooks", () => {
  const notebook = (...cells: string[]) =>
    `<!doctype html><notebook>${cells.map((cell, i) => `<script id="${i + 1}" type="module">${cell}</script>`).join("")}</notebook>`;

  it.each([
    ["an undefined name", ["const gap = demand - 1;"], "cell 1 uses demand, which nothing defines"],
    ["a name defined twice", ["const gap = 1;", "const gap = 2;"], "cell 2 defines gap again, after cell 1"],
    ["a cell that cannot be read", ["const = 1;"], "cell 1 cannot be read"],
  ])("finds %s", (_what, cells, fault) => {
    expect(faultsOfNotebook(notebook(...cells))[0]).toContain(fault);
  });

  it.each([
    ["const staff = years.map(() => 1).reduce((a, b) => a + b)", "sums up by itself"],
    ["const left = 100 * Math.exp(-0.3)", "uses Math.exp"],
    ["const left = 0.7 ** 3", "takes a power"],
    ["for (const year of [1, 2]) display(year);", "holds a loop"],
    ['import {run} from "cadre"', "imports cadre"],
    ['import * as d3 from "npm:d3"', "imports npm:d3"],
  ])("finds model code: %s", (cell, fault) => {
    expect(modelCodeOf(notebook(cell))).toEqual([`cell 1 ${fault}`]);
  });

  it("lets a text cell show a number", () => {
    const shows = (what: string) =>
      `<!doctype html><notebook><script id="1" type="text/markdown">A gap of $\{${what}}.</script></notebook>`;
    expect(modelCodeOf(shows("gap * 2"))).toEqual([]);
    expect(modelCodeOf(shows("Math.exp(gap)"))).toEqual(["cell 1 uses Math.exp"]);
  });
});
