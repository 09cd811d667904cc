import { addressOf, wayFrom } from "./addresses.ts";
import type { Heading } from "./markdown.ts";
import type { Section } from "./sections.ts";

/** What the shell of a page is made from. */
export interface Shell {
  readonly path: string;
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly titleOf: (path: string) => string;
}

/** A whole page: head, search, text, and the contents of the site. It needs no script to be read. */
export function pageOf({ path, title, html, headings, sections, titleOf }: Shell): string {
  const here = addressOf(path);
  const to = (address: string) => wayFrom(here, address);
  const root = "../".repeat(here.split("/").length - 1);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title === "Cadre" ? "Cadre" : `${title} – Cadre`)}</title>
<link rel="stylesheet" href="${root}site/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the page</a>
<header>
<a class="home" href="${to("index.html")}">Cadre</a>
<a class="contents" href="#contents">Contents</a>
<form role="search"><label for="search">Search</label>
<input id="search" type="search" placeholder="Search" autocomplete="off"></form>
<div id="found" class="found" role="region" aria-label="Search results" hidden><p role="status"></p><ul></ul></div>
</header>
<div class="columns">
<main id="content">
${onThisPage(headings)}${html}
${neighbours(path, sections, titleOf, to)}</main>
<nav id="contents" aria-label="Contents">
${sections.map((section) => contentsOf(section, path, titleOf, to)).join("\n")}
</nav>
</div>
<script src="${root}site/search.js" data-root="${root}" defer></script>
</body>
</html>
`;
}

/** A text that stands in HTML as it is. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function contentsOf(
  { title, pages }: Section,
  path: string,
  titleOf: (path: string) => string,
  to: (address: string) => string,
): string {
  const links = pages.map((page) => {
    const current = page === path ? ' aria-current="page"' : "";
    return `<li><a href="${to(addressOf(page))}"${current}>${escaped(titleOf(page))}</a></li>`;
  });
  return `<details${pages.includes(path) ? " open" : ""}><summary>${title}</summary><ul>${links.join("")}</ul></details>`;
}

function onThisPage(headings: readonly Heading[]): string {
  const parts = headings.filter(({ level }) => level === 2);
  if (parts.length < 3) return "";
  const links = parts.map(({ text, anchor }) => `<li><a href="#${anchor}">${escaped(text)}</a></li>`);
  return `<details class="parts"><summary>On this page</summary><ul>${links.join("")}</ul></details>\n`;
}

function neighbours(
  path: string,
  sections: readonly Section[],
  titleOf: (path: string) => string,
  to: (address: string) => string,
): string {
  const pages = sections.flatMap((section) => section.pages);
  const next = pages[pages.indexOf(path) + 1];
  if (!pages.includes(path) || next === undefined) return "";
  return `<p class="next">Next: <a href="${to(addressOf(next))}">${escaped(titleOf(next))}</a></p>\n`;
}
