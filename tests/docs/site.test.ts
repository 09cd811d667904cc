import { expect, it } from "vitest";
import { markdownFiles, renderedPages } from "../../docs/site/build-site.ts";
import { renderPage } from "../../docs/site/markdown.ts";
import { searchIndex } from "../../docs/site/search-index.ts";
import { sectionsOf, TABLES } from "../../docs/site/sections.ts";
import { CAUSES } from "../../packages/cadre/src/model/causes.ts";
import { MEASURES } from "../../packages/cadre/src/model/measures.ts";
import { PARAMETERS } from "../../packages/cadre/src/model/parameters.ts";

const files = markdownFiles();
const { pages } = renderedPages([]); // A link that leads nowhere throws.

it("has seven sections, and every written page in one of them", () => {
  expect(sectionsOf(files).map(({ title }) => title)).toEqual([
    ...["Start", "Model your place", "Decide", "Show it", "How it works", "Reference", "Decisions"],
  ]);
  expect(() => sectionsOf([...files, "docs/stray.md"])).toThrow("docs/stray.md");
});

it("gives each page one title, and anchors that differ", () => {
  for (const [path, { headings }] of pages) {
    expect([path, headings.filter(({ level }) => level === 1).length]).toEqual([path, 1]);
    expect(new Set(headings.map(({ anchor }) => anchor)).size).toBe(headings.length);
  }
});

it("has a row for every measure, cause and parameter of the model", () => {
  for (const [path, table] of [
    [TABLES.measures, MEASURES],
    [TABLES.causes, CAUSES],
    [TABLES.parameters, PARAMETERS],
  ] as const)
    for (const name of Object.keys(table)) {
      const shown = name.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      expect(pages.get(path)?.html).toContain(`<code>${shown}</code>`);
    }
});

it("shows markup in a page as text, and finds words by their part of a page", () => {
  const page = renderPage("# Gap\n\n## Short\n\n<script>no</script> [it](a.md)\n", () => "a.html");
  expect(page.html).toContain("&lt;script&gt;no&lt;/script&gt;");
  expect(page.html).toContain('<a href="a.html">it</a>');
  expect(searchIndex(new Map([["docs/gap.md", page]]))).toContain('["docs/gap.html#short","Gap","Short","<script>no');
});
