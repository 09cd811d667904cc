import { beforeAll, describe, expect, it } from "vitest";
import type { BoardPack } from "../pack/pack.ts";
import { townPack } from "../town.test-data.ts";
import { lettersSentence, lettersWithout } from "./letters.ts";
import { toPdf } from "./to-pdf.ts";

/** The objects of a document that are not packed, by their numbers, and its text of objects as a whole. */
async function opened(pack: BoardPack) {
  const text = Buffer.from(await toPdf(pack)).toString("latin1");
  const objects = new Map(
    [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body]),
  );
  const tagged = (tag: string) => [...objects.values()].filter((body) => new RegExp(`/S /${tag}\\b`).test(body));
  return { text, objects, tagged };
}

/** A text of the document, which may be in two bytes a character. */
function words(body: string, key: string): string {
  const raw = new RegExp(`/${key} \\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)`).exec(body)?.[1] ?? "";
  const bytes = raw.replace(
    /\\([nrtbf()\\])/g,
    (_, c: string) => ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" })[c] ?? c,
  );
  if (!bytes.startsWith("þÿ")) return bytes;
  return new TextDecoder("utf-16be").decode(Buffer.from(bytes.slice(2), "latin1"));
}

describe("a board pack as a PDF", () => {
  const { pack } = townPack();
  const charted = pack.pages.flatMap(({ chart }) => chart ?? []);
  let paper: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    paper = await opened(pack);
  });

  it("is tagged, in British English, and shows its title", () => {
    const root = [...paper.objects.values()].find((body) => body.includes("/Type /Catalog")) ?? "";
    expect(root).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(words(root, "Lang")).toBe("en-GB");
    expect(paper.text).toContain("/Marked true");
    expect(paper.text).toContain("/DisplayDocTitle true");
    expect(paper.tagged("Document")).toHaveLength(1);
  });

  it("has a heading and a bookmark for every page, and alternative text for every figure", () => {
    expect(paper.tagged("H1")).toHaveLength(1);
    // One more for the numbers of every year.
    expect(paper.tagged("H2")).toHaveLength(pack.pages.length + 1);
    expect(paper.tagged("Sect")).toHaveLength(pack.pages.length + 1);
    const marks = [...paper.objects.values()].filter((body) => /\/Dest /.test(body) && /\/Title /.test(body));
    expect(marks.map((body) => words(body, "Title")).sort()).toEqual(
      [...pack.pages.map(({ headline, title }) => headline ?? title), "The numbers of every year"].sort(),
    );
    const figures = paper.tagged("Figure");
    expect(figures.map((body) => words(body, "Alt")).sort()).toEqual(
      charted.map(({ picture }) => picture.description).sort(),
    );
  });

  it("names the letters that its font lacks, on the first page and to whoever makes it", () => {
    const odd = townPack({ title: "Łódź 介護 رع 😀" }).pack;
    const lacking = lettersWithout(odd);
    expect(lacking).toEqual(["介", "護", "ر", "ع", "😀"]);
    expect(lettersSentence(lacking)).toMatch(
      /^The font of the PDF has no letters 介 \(U\+4ECB\), .*😀 \(U\+1F600\)\. /,
    );
    expect(lettersSentence([..."abcdefghij"])).toContain("h (U+0068) and 2 more. ");
    expect(lettersSentence(lacking, { inPdf: true })).toContain("letters U+4ECB, U+8B77, ");
    expect(lettersWithout(pack)).toEqual([]);
  });

  it("has tables whose heads say what they are the heads of", () => {
    const tables = paper.tagged("Table").length;
    expect(tables).toBeGreaterThanOrEqual(pack.pages.length - 1);
    const heads = paper.tagged("TH");
    expect(heads.every((body) => /\/Scope \/(Column|Row)/.test(body))).toBe(true);
    expect(heads.filter((body) => body.includes("/Scope /Column")).length).toBeGreaterThan(tables);
    expect(paper.tagged("TD").length).toBeGreaterThan(100);
  });

  it("has every piece of its tags on a page", () => {
    // A tag without content, or one that was never written, would break the order a screen reader follows.
    const bodies = [...paper.objects.values()];
    const tags = bodies.filter((body) => /\/S \/(P|H1|H2|TH|TD|Figure|Caption|LBody)\b/.test(body));
    expect(tags.filter((body) => !/\/K \[[^\]]/.test(body))).toEqual([]);
    expect(tags.filter((body) => !/\/P \d+ 0 R/.test(body))).toEqual([]);
  });

  it("carries its letters with it", () => {
    const fonts = [...paper.text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
    expect(new Set(fonts.map((name) => name?.replace(/^\w+\+/, "")))).toEqual(new Set(["Inter-Regular", "Inter-Bold"]));
    expect(paper.text).toContain("/FontFile2");
  });

  it("shows foreign text as text", async () => {
    const title = `</rdf:li><img src=x onerror=alert(1)> & (a) \\ "=HYPERLINK"`;
    const { text } = await opened(townPack({ title, care: title, plan: title }).pack);
    const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(text)?.[0] ?? "";
    expect(metadata).toContain("&lt;img src=x");
    expect(metadata).not.toContain("<img");
    expect(metadata.match(/<rdf:li/g)?.length).toBe(metadata.match(/<\/rdf:li>/g)?.length);
    expect(text).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  });
});
