import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PackPicture, toPage, toPictures, toPptx, toXlsx } from "@cadre/report";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townPack } from "./board-pack/town.ts";
import { type BuiltPage, builtPage } from "./built-page.ts";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, words } from "./notebook-site.ts";

mustHaveChromium();

/**
 * The parts of an office file that hold what was made, by kind and place among their kind; the others hold the time. The
 * library counts charts on from one file of a process to the next, so that a number in a name is no part of what was made.
 */
async function parts(bytes: Uint8Array, pattern: RegExp): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => pattern.test(name));
  const kindOf = (name: string) => name.replace(/\d+(?=\.xml$)/, "");
  const placeOf = (name: string) =>
    names.filter((other) => kindOf(other) === kindOf(name) && numberIn(other) < numberIn(name)).length + 1;
  const texts = names.map(async (name) => {
    const text = (await zip.file(name)?.async("string")) ?? "";
    return [kindOf(name).replace(".xml", `${placeOf(name)}.xml`), text] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);

/** The two engines may differ in the last digits of a number. */
const rounded = (text: string): string =>
  text.replace(/-?\d+\.\d+(e[+-]?\d+)?/g, (number) => String(Math.round(Number(number) * 1000) / 1000 + 0));

/** Names of parts that are not the same in both, or not in both. */
function differing(made: Record<string, string>, wanted: Record<string, string>): string[] {
  const names = [...new Set([...Object.keys(made), ...Object.keys(wanted)])];
  return names.filter((name) => rounded(made[name] ?? "") !== rounded(wanted[name] ?? ""));
}

describe.skipIf(!hasChromium)(`A board pack in a browser${words}`, () => {
  let built: BuiltPage;
  const make = (kind: string): Promise<unknown> => built.page.evaluate(`window.make(${JSON.stringify(kind)})`);
  beforeAll(async () => {
    built = await builtPage("board-pack");
  }, 60_000);
  afterAll(() => built?.close());

  it("makes the same slides as in Node", async () => {
    const pattern = /^ppt\/(slides|charts|notesSlides)\/[^/]+\.xml$/;
    const made = await parts(new Uint8Array((await make("pptx")) as number[]), pattern);
    expect(Object.keys(made).length).toBeGreaterThan(20);
    await toPptx(townPack());
    expect(differing(made, await parts(await toPptx(townPack()), pattern))).toEqual([]);
  });

  it("makes the same workbook as in Node", async () => {
    const pattern = /^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/;
    const made = await parts(new Uint8Array((await make("xlsx")) as number[]), pattern);
    expect(Object.keys(made).length).toBeGreaterThan(10);
    expect(differing(made, await parts(await toXlsx(townPack()), pattern))).toEqual([]);
  });

  it("makes the same pictures and the same page as in Node, and turns no text into code", async () => {
    const named = (pictures: readonly PackPicture[]) =>
      Object.fromEntries(pictures.map((picture) => [picture.name, JSON.stringify(picture)]));
    const made = { ...named((await make("pictures")) as PackPicture[]), page: String(await make("html")) };
    expect(differing(made, { ...named(await toPictures(townPack())), page: await toPage(townPack()) })).toEqual([]);
    expect(built.complaints).toEqual([]);
    expect(built.requests.filter((asked) => !asked.startsWith(built.address))).toEqual([]);
  });

  it("loads the writers only when they are asked for, and together they leave room for a site", () => {
    const files = readdirSync(join(built.folder, "assets")).map((name) =>
      readFileSync(join(built.folder, "assets", name), "utf8"),
    );
    const isWriter = (text: string) => /xl\/worksheets|ppt\/slides/.test(text);
    const writers = files.filter(isWriter);
    expect(writers.length).toBeGreaterThan(1);
    // What the page needs to start with is not among them.
    const page = readFileSync(join(built.folder, "index.html"), "utf8");
    const entry = /src="\.\/assets\/([^"]+)"/.exec(page)?.[1] ?? "";
    expect(isWriter(readFileSync(join(built.folder, "assets", entry), "utf8"))).toBe(false);
    expect(writers.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(1.6e6);
  });
});
