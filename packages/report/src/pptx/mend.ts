import type JSZip from "jszip";
import { escaped } from "./chart/axes-xml.ts";
import { chartXml } from "./chart/chart-xml.ts";
import type { NativeChart } from "./chart/native.ts";
import { withoutTimes } from "./steady.ts";

/** What a slide's tables are called, and how charts are drawnPair, in the order in which they were added. */
export interface SlideMending {
  readonly captions: string[][];
  readonly charts: NativeChart[];
}

/**
 * Makes good what the library leaves out of its slides: head rows that a screen reader can tell, names of tables, ids that
 * stand once on a slide, paragraphs in the notes and the language; it draws the charts; and it takes out of the list of parts those that are not there, and the time of day.
 */
export async function mendSlides(bytes: Uint8Array, { captions, charts }: SlideMending): Promise<Uint8Array> {
  const { default: Zip } = await import("jszip");
  const zip = await Zip.loadAsync(bytes);
  await renumber(zip);
  const numbered = (pattern: RegExp) =>
    Object.keys(zip.files)
      .filter((name) => pattern.test(name))
      .sort((one, other) => numberIn(one) - numberIn(other));
  const rewrite = async (names: readonly string[], change: (xml: string, i: number) => string) => {
    for (const [i, name] of names.entries()) {
      const xml = (await zip.file(name)?.async("string")) ?? "";
      zip.file(name, change(xml, i).replaceAll('lang="en-US"', 'lang="en-GB"'));
    }
  };
  await rewrite(numbered(/^ppt\/slides\/slide\d+\.xml$/), (xml, i) => slide(xml, captions[i] ?? []));
  await rewrite(numbered(/^ppt\/charts\/chart\d+\.xml$/), (xml, i) => (charts[i] ? chartXml(charts[i]) : xml));
  await rewrite(numbered(/^ppt\/notesSlides\/notesSlide\d+\.xml$/), notes);
  const parts = new Set(Object.keys(zip.files).map((name) => `/${name}`));
  await rewrite(["[Content_Types].xml"], (xml) => contentTypes(xml, parts));
  return withoutTimes(zip, Zip);
}

const CHART_PART = /\b(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g;

/** The library counts charts over all slides of a process; in a package they begin with 1. */
async function renumber(zip: JSZip): Promise<void> {
  const numbers = Object.keys(zip.files)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
  const renamed = (text: string) =>
    text.replace(CHART_PART, (_, name: string, number: string, ending: string) => {
      const place = numbers.indexOf(Number(number));
      return `${name}${place < 0 ? number : place + 1}${ending}`;
    });
  // From the lowest number up, so that no new name is one that is still in use.
  const parts = Object.keys(zip.files).filter((name) => !zip.files[name]!.dir);
  for (const name of parts.sort((one, other) => numberIn(one) - numberIn(other))) {
    if (/\.(rels|xml)$/.test(name)) {
      const text = renamed(await zip.file(name)!.async("string"));
      zip.remove(name);
      zip.file(renamed(name), text);
    } else if (renamed(name) !== name) {
      const content = await zip.file(name)!.async("uint8array");
      zip.remove(name);
      zip.file(renamed(name), content);
    }
  }
}

/** Every part that is named is there, and types are the registered ones, as Open Packaging asks. */
function contentTypes(xml: string, parts: ReadonlySet<string>): string {
  return xml
    .replace(/<Override [^>]*?PartName="([^"]*)"[^>]*?\/>/g, (whole, name: string) => (parts.has(name) ? whole : ""))
    .replaceAll('"image/jpg"', '"image/jpeg"');
}

const numberIn = (name: string): number => Number(/(\d+)\.(?:xml|xml\.rels|xlsx)$/.exec(name)?.[1] ?? 0);

function slide(xml: string, captions: readonly string[]): string {
  let [id, table] = [1, 0];
  return xml
    .replaceAll("<a:tblPr/>", '<a:tblPr firstRow="1"/>')
    .replace(/<p:cNvPr id="\d+" name="(Table[^"]*)"\/>/g, (_whole, name: string) => {
      const described = escaped(captions[table] ?? "");
      table += 1;
      return `<p:cNvPr id="0" name="${name}" descr="${described}"/>`;
    })
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
}

function notes(xml: string): string {
  return xml.replaceAll("\n", (_line, at: number) =>
    inText(xml, at) ? '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>' : "\n",
  );
}

const inText = (xml: string, at: number): boolean => xml.lastIndexOf("<a:t>", at) > xml.lastIndexOf("</a:t>", at);
