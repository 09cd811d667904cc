import { altText } from "./alt-text.ts";
import { bare } from "./bare.ts";
import type { Chart } from "./chart.ts";
import { escapeText } from "./escape.ts";
import { htmlTable } from "./html-table.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "./page-style.ts";
import { toSvg } from "./svg.ts";
import type { Table } from "./table.ts";

/** One chart of a page: the specification, a narrower drawing of it for telephones, and a table other than its own. */
export interface PageFigure {
  spec: Chart;
  narrow?: Chart;
  table?: Table;
}

/** The heading of a page and, if wanted, a paragraph under it. */
export interface PageOptions {
  title: string;
  intro?: string;
}

/** No script, no network, no style but the page's own, whatever else might get into it. */
const POLICY = `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * One self-contained HTML page with charts: it holds its pictures and its style, no script, and opens without a network. Every
 * chart has its finding as a heading, its alternative text, its sources and, folded away until asked for or printed,
 * the numbers as a table. All text is shown as text, whatever a file's titles contain.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { supplyAndDemand, toHtml } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const page = await toHtml(
 *   [{ spec: supplyAndDemand(today), narrow: supplyAndDemand(today, { width: 360 }) }],
 *   { title: "Cumbria to 2035" },
 * );
 * page.startsWith("<!doctype html>"); // true
 * ```
 */
export async function toHtml(figures: readonly PageFigure[], { title, intro }: PageOptions): Promise<string> {
  const sections: string[] = [];
  for (const figure of figures) sections.push(await section(figure));
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeText(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${intro === undefined ? "" : `<p>${escapeText(intro)}</p>`}
${sections.join("\n")}
</main>
</body>
</html>
`;
}

async function section({ spec, narrow, table }: PageFigure): Promise<string> {
  const notes = spec.usermeta.cadre;
  const picture = async (chart: Chart, kind: "wide" | "narrow") =>
    `<figure class="${kind}" role="img" aria-label="${escapeText(altText(chart))}">
${(await toSvg(bare(chart))).replace(/^<svg([^>]*) role="img">/, '<svg$1 aria-hidden="true">')}
</figure>`;
  return `<section>
<h2>${escapeText(notes.title)}</h2>
<p class="subtitle">${escapeText(notes.subtitle)}</p>
<figure${narrow === undefined ? "" : ' class="both"'}>
${await picture(spec, "wide")}
${narrow === undefined ? "" : await picture(narrow, "narrow")}
<figcaption>${escapeText(notes.source)}</figcaption>
</figure>
<details>
<summary>The numbers as a table</summary>
${htmlTable(table ?? notes.table)}
</details>
</section>`;
}
