import { escaped } from "../parts/xml.ts";
import { zipOf } from "../parts/zip.ts";
import type { Book, BookSheet } from "./book.ts";
import { odsChart } from "./ods-chart.ts";
import { odsRange } from "./ods-names.ts";
import { odsSheet } from "./ods-sheet.ts";
import { ODS_NAMED_STYLES, ODS_NAMESPACES, OdsStyles } from "./ods-styles.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const VERSION = 'office:version="1.3"';
const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
const CHART = "application/vnd.oasis.opendocument.chart";

/**
 * Writes a workbook as an open document (ODS), the government's standard for spreadsheets that are shared: the same sheets,
 * marked-up tables, formulas, links and charts as `writeXlsx`. Drop-downs and protection are left out. The same data gives the
 * same bytes. In Node and in a page.
 *
 * @example
 * ```ts
 * import { writeOds } from "@cadre/workbook";
 * const rows = [["Year", "Gap (FTE)"], [2035, 1234.5]].map((row) => row.map((value) => ({ value })));
 * const table = { name: "Gap_by_year", range: { top: 0, left: 0, bottom: 1, right: 1 } };
 * const bytes = writeOds({ title: "Gap", sheets: [{ name: "Gap", rows, table }] }); // a Uint8Array
 * ```
 */
export function writeOds(book: Book): Uint8Array {
  const { sheets, colours } = book;
  const styles = new OdsStyles(colours?.link);
  const objects = new Map(sheets.flatMap(({ chart }, i) => (chart ? [[i, { folder: `Object ${i + 1}`, chart }]] : [])));
  const tables = sheets.map((sheet, i) => odsSheet(sheet, styles, objects.get(i)?.folder));
  const body = `<office:spreadsheet>${tables.join("")}${markedUp(sheets)}</office:spreadsheet>`;
  const content = `<office:document-content ${ODS_NAMESPACES} ${VERSION}><office:automatic-styles>${styles.xml()}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
  const parts = new Map<string, string>([
    ["mimetype", SPREADSHEET],
    ["content.xml", HEAD + content],
    [
      "styles.xml",
      `${HEAD}<office:document-styles ${ODS_NAMESPACES} ${VERSION}>${ODS_NAMED_STYLES}</office:document-styles>`,
    ],
    ["meta.xml", HEAD + metaXml(book)],
    ["settings.xml", HEAD + settingsXml(sheets)],
    ...[...objects.values()].map(
      ({ folder, chart }) => [`${folder}/content.xml`, HEAD + odsChart(chart, colours?.grid)] as const,
    ),
  ]);
  parts.set("META-INF/manifest.xml", HEAD + manifestXml([...parts.keys()], [...objects.values()]));
  // The first part tells what the file is, and is not packed: programs look for it at a fixed place.
  return zipOf(parts, ["mimetype"]);
}

/** The marked-up tables: ranges with a name and a header. */
function markedUp(sheets: readonly BookSheet[]): string {
  const ranges = sheets.flatMap(({ name, table }) =>
    table
      ? [
          `<table:database-range table:name="${escaped(table.name)}" table:target-range-address="${escaped(odsRange(name, table.range))}" table:contains-header="true" table:display-filter-buttons="false"/>`,
        ]
      : [],
  );
  return ranges.length === 0 ? "" : `<table:database-ranges>${ranges.join("")}</table:database-ranges>`;
}

const metaXml = ({ title, subject }: Book): string =>
  `<office:document-meta ${ODS_NAMESPACES} ${VERSION}><office:meta><meta:generator>Cadre</meta:generator><dc:title>${escaped(title)}</dc:title>${subject === undefined ? "" : `<dc:subject>${escaped(subject)}</dc:subject>`}<dc:creator>Cadre</dc:creator><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;

/** Which rows stay in sight, and that every sheet opens at its first cell. */
function settingsXml(sheets: readonly BookSheet[]): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const each = sheets.map(({ name, frozen = 0 }) => {
    const split =
      frozen === 0
        ? ""
        : [
            item("VerticalSplitMode", "short", 2),
            item("VerticalSplitPosition", "int", frozen),
            item("ActiveSplitRange", "short", 2),
            item("PositionBottom", "int", frozen),
          ].join("");
    return `<config:config-item-map-entry config:name="${escaped(name)}">${item("CursorPositionX", "int", 0)}${item("CursorPositionY", "int", 0)}${split}</config:config-item-map-entry>`;
  });
  const view = `${item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables">${each.join("")}</config:config-item-map-named>${item("ActiveTable", "string", escaped(sheets[0]?.name ?? ""))}`;
  return `<office:document-settings ${ODS_NAMESPACES} ${VERSION}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${view}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

function manifestXml(names: readonly string[], objects: readonly { folder: string }[]): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${escaped(path)}" manifest:media-type="${type}"/>`;
  const entries = [
    entry("/", SPREADSHEET),
    ...objects.map(({ folder }) => entry(`${folder}/`, CHART)),
    ...names.filter((name) => name !== "mimetype").map((name) => entry(name, "text/xml")),
  ];
  return `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join("")}</manifest:manifest>`;
}
