import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { anchorsOf, linksOf } from "./markdown.ts";
import { filesEnding, ROOT, read } from "./pages.ts";

const anchors = new Map<string, ReadonlySet<string>>();
function anchorsIn(page: string): ReadonlySet<string> {
  const found = anchors.get(page) ?? anchorsOf(read(page));
  anchors.set(page, found);
  return found;
}

it.each(filesEnding(".md"))("the links of %s lead somewhere", (page) => {
  const broken = linksOf(read(page)).filter((link) => {
    const [path = "", anchor] = decodeURI(link).split("#");
    const file = join(dirname(page), path);
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && file.endsWith(".md") && !anchorsIn(file).has(anchor);
  });
  expect(broken).toEqual([]);
});
