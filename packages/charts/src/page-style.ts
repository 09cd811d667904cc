import { colourVariables } from "./colours.ts";

/** The style of the page: readable on a telephone, on a desk screen and on A4, where every table prints open. */
export const PAGE_STYLE = `
${colourVariables()}
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem; max-width: 50rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 0.25rem; }
section { margin: 2rem 0; padding-top: 1.25rem; border-top: 1px solid var(--rule); break-inside: avoid; }
figure { margin: 0; }
.subtitle, figcaption, .caption { color: var(--quiet-ink); }
.subtitle { margin: 0 0 0.5rem; }
figcaption { font-size: 0.8rem; margin-top: 0.25rem; }
svg { display: block; max-width: 100%; height: auto; }
.narrow svg { width: 100%; max-width: 30rem; }
.narrow { display: none; }
details { margin-top: 0.5rem; }
summary { cursor: pointer; color: var(--supply); min-height: 1.75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.caption { font-size: 0.85rem; margin: 0.25rem 0; }
th, td { padding: 0.2rem 0.6rem; text-align: right; border-bottom: 1px solid var(--grid); vertical-align: bottom; }
th:first-child { text-align: left; }
th[scope="row"] { font-weight: 400; white-space: nowrap; }
.words th, .words td { text-align: left; vertical-align: top; }
.open th[scope="row"] { white-space: normal; min-width: 9rem; }
@media screen and (max-width: 600px) {
  body { padding: 0.75rem; }
  .both .wide { display: none; }
  .both .narrow { display: block; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  details::details-content { content-visibility: visible; display: block; }
  details > * { display: block; }
  summary { display: none; }
  .scroll { overflow: visible; }
  h1, h2 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;

/** The SHA-256 of the style, in base64: a page names it in its policy and then allows no other style and no script. */
export const PAGE_STYLE_HASH = "qAG1o8gC/AAxlShu/xH97Sf7lSoZ2UpVxh1KYFuHvGE=";
