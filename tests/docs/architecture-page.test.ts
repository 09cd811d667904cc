import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importsOf, parse, target } from "../architecture/imports.ts";
import { blocksOf } from "./markdown.ts";
import { ROOT, read } from "./pages.ts";

const page = read("docs/architecture.md");

/** The files of the picture, each with the file it is drawn under. */
function drawn(): { file: string; step: number; under: string | undefined }[] {
  const [picture] = blocksOf(page);
  const open: { depth: number; file: string }[] = [];
  return (picture?.text ?? "").split("\n").map((line) => {
    const [, branch = "", file = "", step = ""] = /^([│├└─ ]*)(\S+) +(\d+) {2}/.exec(line) ?? [];
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= branch.length) open.pop();
    const under = open.at(-1)?.file;
    open.push({ depth: branch.length, file });
    return { file, step: Number(step), under };
  });
}

/** Where a package's name leads, by the `source` entries of its `exports`. */
const packages = new Map(
  ["cadre", "charts", "workbook", "sources", "report", "cli"].flatMap((folder) => {
    const place = `packages/${folder}`;
    const { name, exports } = JSON.parse(read(`${place}/package.json`)) as {
      name: string;
      exports?: Record<string, string | { source?: string }>;
    };
    return Object.entries(exports ?? {}).flatMap(([path, entry]) =>
      typeof entry === "object" && entry.source !== undefined
        ? [[join(name, path), join(place, entry.source)] as const]
        : [],
    );
  }),
);

const imported = new Map<string, string[]>();
function importedBy(file: string): string[] {
  const known = imported.get(file);
  if (known) return known;
  const found = importsOf(parse(file, readFileSync(join(ROOT, file), "utf8")))
    .map((from) => target(file, from) ?? packages.get(from))
    .filter((path) => path !== undefined)
    .filter((path) => path.endsWith(".ts") && existsSync(join(ROOT, path)));
  imported.set(file, found);
  return found;
}

function reaches(from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const file of seen) for (const next of importedBy(file)) seen.add(next);
  return seen.has(to);
}

it("draws files that exist, numbered in the order of the walk", () => {
  expect(drawn().filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(drawn().map(({ step }) => step)).toEqual(drawn().map((_, i) => i + 1));
  expect(page.match(/^\d+\. /gm)).toHaveLength(drawn().length);
});

it.each(drawn().slice(1))("$file is imported by $under", ({ file, under = "" }) => {
  expect(under).not.toBe("");
  expect(reaches(under, file)).toBe(true);
});

it("can fail: nothing in the kernel leads to the command", () => {
  expect(reaches("packages/cadre/src/supply/plain-kernel.ts", "packages/cli/src/commands/run.ts")).toBe(false);
});
