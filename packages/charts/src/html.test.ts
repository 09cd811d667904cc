import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { agePyramid } from "./age-pyramid.ts";
import { altText } from "./alt-text.ts";
import { escapeText } from "./escape.ts";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { toHtml } from "./html.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "./page-style.ts";
import { supplyAndDemand } from "./supply-and-demand.ts";

const county = madeCounty();

describe("toHtml", () => {
  it("makes one page with picture, alternative text, source and table for every chart", async () => {
    const spec = supplyAndDemand(county);
    const page = await toHtml(
      [{ spec, narrow: supplyAndDemand(county, { width: 360 }) }, { spec: agePyramid(county) }],
      {
        title: "The county to 2035",
        intro: "If nothing changes.",
      },
    );
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(page).toContain(`role="img" aria-label="${escapeText(altText(spec))}"`);
    expect(page).toContain(`<h2>${spec.usermeta.cadre.title}</h2>`);
    expect(page.split(escapeText(spec.usermeta.cadre.source.replace("Sources: ", "")))).toHaveLength(2);
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page.match(/<details>/g)).toHaveLength(2);
    for (const cell of spec.usermeta.cadre.table.rows.at(-1) ?? []) expect(page).toContain(`>${cell}<`);
  });

  it("names the sources once when all charts share them, and under each chart when they differ", async () => {
    const other = madeResult({ pools: [{ id: "a", title: "A" }], sources: [{ id: "s", title: "Another source" }] });
    const both = [{ spec: supplyAndDemand(county) }, { spec: supplyAndDemand(other) }];
    expect(await toHtml(both, { title: "Two places" })).toContain("<figcaption>Source: Another source.</figcaption>");
    const same = await toHtml(
      [both[1], both[1]].flatMap((figure) => figure ?? []),
      { title: "One place" },
    );
    expect(same).not.toContain("<figcaption>");
    expect(same).toContain('<h2>Source</h2>\n<p class="caption">Another source.</p>');
  });

  it("needs no script, no network and no style but its own", async () => {
    const page = await toHtml([{ spec: supplyAndDemand(county) }], { title: "Offline" });
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=|\shref=|\sstyle=|\son[a-z]+=/i);
    expect(page).toContain("default-src 'none'");
    expect(PAGE_STYLE_HASH).toBe(createHash("sha256").update(PAGE_STYLE).digest("base64"));
  });

  it("shows hostile titles as text", async () => {
    const title = `<img src=x onerror="alert(1)"></style></svg><script>alert(2)</script>`;
    const result = madeResult({
      systemTitle: title,
      title,
      pools: [{ id: "a", title }],
      sources: [{ id: "s", title }],
    });
    const page = await toHtml(
      [{ spec: supplyAndDemand(result), table: { caption: title, columns: [title], rows: [[title]] } }],
      {
        title,
        intro: title,
      },
    );
    expect(page).not.toMatch(/<img|<script/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it("lists statements above a table, as text", async () => {
    const table = { caption: "Gap", columns: ["Year"], rows: [["2035"]] };
    const page = await toHtml([{ title: "Answer", points: ["One & two", "<b>three</b>"], table }], { title: "A page" });
    expect(page).toContain("<ul>\n<li>One &amp; two</li>\n<li>&lt;b&gt;three&lt;/b&gt;</li>\n</ul>\n<p");
  });

  it("makes a page without charts", async () => {
    expect(await toHtml([], { title: "Nothing yet" })).toContain("<h1>Nothing yet</h1>");
  });
});
