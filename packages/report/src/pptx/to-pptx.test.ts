import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackChart } from "../pack/pack.ts";
import { townPack } from "../town.test-data.ts";
import { chartOf } from "./chart/chart-of.ts";
import { altOf } from "./chart-slide.ts";
import { CHART } from "./slide-size.ts";
import { toPptx } from "./to-pptx.ts";

/** Slides, charts and notes of a presentation, each in the order of their numbers. */
async function opened(pack: BoardPack) {
  const zip = await JSZip.loadAsync(await toPptx(pack));
  const read = (pattern: RegExp) =>
    Promise.all(
      Object.keys(zip.files)
        .filter((name) => pattern.test(name))
        .sort((one, other) => Number(/(\d+)\.\w+$/.exec(one)?.[1]) - Number(/(\d+)\.\w+$/.exec(other)?.[1]))
        .map(async (name) => (await zip.file(name)?.async("string")) ?? ""),
    );
  const embedded = Object.keys(zip.files).filter((name) => /embeddings\/.*\.xlsx$/.test(name));
  return {
    slides: await read(/^ppt\/slides\/slide\d+\.xml$/),
    charts: await read(/^ppt\/charts\/chart\d+\.xml$/),
    notes: await read(/^ppt\/notesSlides\/notesSlide\d+\.xml$/),
    everything: await read(/\.xml(\.rels)?$/),
    sheets: await Promise.all(
      embedded.map(async (name) => JSZip.loadAsync((await zip.file(name)?.async("uint8array")) ?? new Uint8Array())),
    ),
  };
}

const words = (xml: string): string =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, text]) => text)
    .join("\n")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

/** What the alternative text of a chart says on a slide: of steps and of bands, which other files draw as bars and lines. */
const toldOf = (chart: PackChart): string => altOf(chart, chartOf(chart, CHART));

/** The series of each chart of a deck, by the table that its alternative text tells of; the first shows the gap as well. */
function drawnIn(charts: readonly string[], slides: readonly string[], of: readonly PackChart[]) {
  const frames = slides.flatMap((slide) => [
    ...slide.matchAll(/name="Chart"[^>]*descr="([^"]*)"|descr="([^"]*)"[^>]*name="Chart"/g),
  ]);
  return charts.map((xml, i) => {
    const alt = (frames[i]?.[1] ?? frames[i]?.[2] ?? "").replaceAll("&amp;", "&").replaceAll("&apos;", "'");
    const series = [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([one]) => ({
      xml: one,
      name: /<c:tx>[\s\S]*?<c:v>([^<]*)</.exec(one)?.[1] ?? "",
      values: [...(/<c:val>[\s\S]*?<\/c:val>/.exec(one)?.[0] ?? "").matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, v]) =>
        Number(v),
      ),
    }));
    return { chart: of.find((one) => toldOf(one) === alt)!, series };
  });
}

describe("a board pack as slides", () => {
  const { pack } = townPack();
  const charted = pack.pages.flatMap(({ chart }) => chart ?? []);
  let deck: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    deck = await opened(pack);
  });

  it("shows every finding as a title that outlines and screen readers know, and says more in the notes", () => {
    const titles = deck.slides.map((slide) =>
      words(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"[\s\S]*?<\/p:sp>/.exec(slide)?.[0] ?? ""),
    );
    const [cover, ...others] = pack.pages.map(({ headline, title }) => headline ?? title);
    expect(titles[0]).toBe(`${cover}.`);
    for (const title of others) expect(titles.some((one) => one.startsWith(title))).toBe(true);
    for (const title of titles) expect(title.split(" ").length, title).toBeLessThanOrEqual(16);
    expect(new Set(titles).size).toBe(titles.length);
    expect(deck.notes).toHaveLength(deck.slides.length);
    for (const { title, notes } of pack.pages)
      expect(
        deck.notes.map(words).some((text) => text.includes(title) && notes.every((note) => text.includes(note))),
      ).toBe(true);
  });

  it("has charts that stay editable, each with alternative text and a sheet behind it", () => {
    const frames = deck.slides.flatMap((slide) =>
      [...slide.matchAll(/<p:cNvPr [^>]*name="Chart"[^>]*>/g)].map(([tag]) => tag),
    );
    const told = frames.map((frame) =>
      /descr="([^"]*)"/.exec(frame)?.[1]?.replaceAll("&amp;", "&").replaceAll("&apos;", "'"),
    );
    // The cover shows the gap as well.
    const balance = charted.find(({ name }) => name === "supply-and-demand")!;
    expect([...told].sort()).toEqual([balance, ...charted].map(toldOf).sort());
    expect(deck.charts).toHaveLength(charted.length + 1);
    expect(deck.sheets).toHaveLength(charted.length + 1);
  });

  it("draws the rounded numbers of the tables, zeros too, from the cells of the sheet beside them", async () => {
    const shown = drawnIn(deck.charts, deck.slides, charted);
    for (const { chart, series } of shown) {
      const read = rowsAsRead(chart.numbers);
      const rows = chart.drawing.rows ?? read.map((_, row) => row);
      const wanted = chart.drawing.series.map(({ column }) =>
        rows.map((row) => Math.abs(Number(read[row]?.[column]?.replace(/[,+]/g, "").replace("−", "-")))),
      );
      if (chart.drawing.kind === "bars") {
        // Bars below zero are a series of their own over the others.
        const all = rows.map((_, i) => series.reduce((sum, { values }) => sum + Math.abs(values[i] ?? 0), 0));
        if (!chart.drawing.steps) expect(all).toEqual(wanted[0]);
      } else for (const values of wanted) expect(series.map((one) => one.values.map(Math.abs))).toContainEqual(values);
    }
    for (const sheet of deck.sheets)
      expect(await sheet.file("xl/worksheets/sheet1.xml")?.async("string")).not.toMatch(/<v><\/v>|<f>/);
  });

  it("hangs the steps up between the two totals, on a base that is not seen", () => {
    const drivers = drawnIn(deck.charts, deck.slides, charted).find(({ chart }) => chart.drawing.steps !== undefined)!;
    const at = (name: string) => drivers.series.find((one) => one.name === name)?.values ?? [];
    const [base, totals, up, down] = ["Base", "Total", "Widens the gap", "Narrows the gap"].map(at);
    expect(drivers.series[0]?.xml).toContain("<a:noFill/>");
    expect(toldOf(drivers.chart)).toMatch(/^Bar chart of steps\. .*Gap in 2019: [\d,]+; Posts needed: [+−]?[\d,]+; /);
    let reached = totals?.[0] ?? 0;
    for (let i = 1; i < (totals?.length ?? 0) - 1; i += 1) {
      const [rise, fall] = [up?.[i] ?? 0, down?.[i] ?? 0];
      expect(base?.[i]).toBe(rise > 0 ? reached : reached - fall);
      reached += rise - fall;
    }
    // Each number is rounded by itself.
    expect(Math.abs(reached - (totals?.at(-1) ?? 0))).toBeLessThanOrEqual(2);
  });

  it("shows a board at most ten slides before the appendix, and no slide with two rows of a table alone", () => {
    const titles = deck.slides.map((slide) => words(slide));
    const before = titles.findIndex((text) => text.includes("Appendix: the numbers"));
    expect(before).toBeGreaterThan(3);
    expect(before).toBeLessThanOrEqual(10);
    for (const slide of deck.slides) {
      const rows = slide.match(/<a:tr /g)?.length ?? 0;
      if (!slide.includes('name="Chart"') && !slide.includes('name="List"') && rows > 0)
        expect(rows, words(slide)).toBeGreaterThan(3);
    }
  });

  it("names tables, marks their head rows, and gives no id twice on a slide", () => {
    const tables = deck.slides.flatMap((slide) =>
      [...slide.matchAll(/<p:cNvPr [^>]*name="Table[^>]*>/g)].map(([tag]) => tag),
    );
    expect(tables.length).toBeGreaterThanOrEqual(pack.pages.length - 1);
    for (const tag of tables) expect(tag).toMatch(/descr="[^"]{8,}"/);
    for (const slide of deck.slides) {
      expect(slide.match(/<a:tbl>/g)?.length ?? 0).toBe(slide.match(/<a:tblPr firstRow="1"\/>/g)?.length ?? 0);
      const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("tells lines apart by dashes as well as by colour, names them at their ends, and names few years", () => {
    const [cover = ""] = deck.charts;
    const lines = /<c:lineChart>[\s\S]*<\/c:lineChart>/.exec(cover)?.[0] ?? "";
    expect([...lines.matchAll(/<c:ser>[\s\S]*?<a:prstDash val="(\w+)"/g)].map(([, dash]) => dash)).toEqual([
      "solid",
      "dash",
    ]);
    expect(lines.match(/<c:showSerName val="1"\/>/g)).toHaveLength(2);
    expect(cover).toContain("<c:areaChart>");
    const years = /<c:cat>[\s\S]*?<\/c:cat>/.exec(lines)?.[0] ?? "";
    const marks = [...years.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = ""]) => text.trim()).filter(Boolean);
    expect(marks).toEqual(["2019", "2025", "2029"]);
  });

  it("shows foreign text as text and stays well-formed", async () => {
    const title = `<img src=x onerror=alert(1)> & "=HYPERLINK('x')"`;
    // A file with a sign that nobody sees is not read, but a scenario from code may hold one.
    const { slides, everything, sheets } = await opened(townPack({ title, care: title, plan: `${title} \u0001` }).pack);
    expect(words(slides[0] ?? "")).toContain(`<img src=x onerror=alert(1)> & "=HYPERLINK('x')"`);
    for (const xml of everything) {
      expect(xml).not.toMatch(/<img/i);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML does not allow
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      // Every ampersand begins an entity.
      expect(xml).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
    }
    for (const sheet of sheets)
      expect(await sheet.file("xl/worksheets/sheet1.xml")?.async("string")).not.toContain("<f>");
    expect(slides.join("")).not.toContain("hlinkClick");
  });

  it("names no part that is not there, and only registered types, as Open Packaging asks", async () => {
    const zip = await JSZip.loadAsync(await toPptx(pack));
    const types = (await zip.file("[Content_Types].xml")?.async("string")) ?? "";
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => zip.file(name) === null)).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const extensions = new Map(
      [...types.matchAll(/<Default [^>]*>/g)].map(([one]) => [
        /Extension="([^"]+)"/.exec(one)?.[1],
        /ContentType="([^"]+)"/.exec(one)?.[1],
      ]),
    );
    expect([...extensions.values()].filter((type) => type === "image/jpg")).toEqual([]);
    for (const name of Object.keys(zip.files).filter((one) => !one.endsWith("/") && one !== "[Content_Types].xml"))
      expect(named.includes(name) || extensions.has(name.split(".").at(-1)), name).toBe(true);
    // Whatever a part refers to is there as well.
    for (const file of Object.values(zip.files).filter(({ name }) => name.endsWith(".rels"))) {
      const folder = file.name.replace(/_rels\/[^/]*$/, "");
      for (const [one] of (await file.async("string")).matchAll(/<Relationship [^>]*>/g)) {
        const target = /Target="([^"]+)"/.exec(one)?.[1] ?? "";
        if (/TargetMode="External"/.test(one)) continue;
        const path = new URL(target, `file:///${folder}`).pathname.slice(1);
        expect(zip.file(path), `${file.name}: ${target}`).not.toBeNull();
      }
    }
  });

  it("is written in British English", () => {
    for (const part of [...deck.slides, ...deck.notes, ...deck.charts]) expect(part).not.toContain('lang="en-US"');
  });
});
