import { altText } from "./alt-text.ts";
import { bareChart } from "./bare-chart.ts";
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

/** A table of a page that belongs to no chart and stands open; one of words in place of numbers is set to the left. */
export interface PageTable {
  title: string;
  text?: string;
  /** Short statements between text and table. */
  points?: readonly string[];
  table: Table;
  words?: boolean;
}

/** The heading of a page and, if wanted, a paragraph under it. */
export interface PageOptions {
  title: string;
  intro?: string;
}

/** No script, no network, no style but the page's own, whatever else might get into it. */
const POLICY = `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * One self-contained HTML page with charts and tables: it holds its pictures and its style, no script, and opens without a network. Every
 * chart has its finding as a heading, its alternative text, its sources and, folded away until asked for or printed,
 * the numbers as a table. Charts that share their sources name them once, at the end. All text is shown as text,
 * whatever a file's titles contain.
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
export async function toHtml(
  parts: readonly (PageFigure | PageTable)[],
  { title, intro }: PageOptions,
): Promise<string> {
  const sections: string[] = [];
  const shared = sharedSource(parts.filter((part) => "spec" in part));
  for (const part of parts)
    sections.push("spec" in part ? await section(part, shared === undefined) : tableSection(part));
  if (shared !== undefined) sections.push(sourceSection(shared));
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

/** The sources of all charts when they are the same ones; a long list under every chart would hide the charts. */
function sharedSource(figures: readonly PageFigure[]): string | undefined {
  const [first, ...others] = figures.map(({ spec }) => spec.usermeta.cadre.source);
  return others.length > 0 && others.every((source) => source === first) ? first : undefined;
}

function sourceSection(source: string): string {
  const [heading = "", ...words] = source.split(": ");
  return `<section>
<h2>${escapeText(heading)}</h2>
<p class="caption">${escapeText(words.join(": "))}</p>
</section>`;
}

function tableSection({ title, text, points = [], table, words = false }: PageTable): string {
  const list = points.map((point) => `<li>${escapeText(point)}</li>`).join("\n");
  return `<section>
<h2>${escapeText(title)}</h2>
${text === undefined ? "" : `<p>${escapeText(text)}</p>\n`}${list === "" ? "" : `<ul>\n${list}\n</ul>\n`}${htmlTable(table, { open: true, words })}
</section>`;
}

async function section({ spec, narrow, table }: PageFigure, withSource: boolean): Promise<string> {
  const notes = spec.usermeta.cadre;
  const picture = async (chart: Chart, kind: "wide" | "narrow") =>
    `<figure class="${kind}" role="img" aria-label="${escapeText(altText(chart))}">
${(await toSvg(bareChart(chart))).replace(/^<svg([^>]*) role="img">/, '<svg$1 aria-hidden="true">')}
</figure>`;
  return `<section>
<h2>${escapeText(notes.title)}</h2>
<p class="subtitle">${escapeText(notes.subtitle)}</p>
<figure${narrow === undefined ? "" : ' class="both"'}>
${await picture(spec, "wide")}
${narrow === undefined ? "" : await picture(narrow, "narrow")}
${withSource ? `<figcaption>${escapeText(notes.source)}</figcaption>\n` : ""}</figure>
<details>
<summary>The numbers as a table</summary>
${htmlTable(table ?? notes.table)}
</details>
</section>`;
}
