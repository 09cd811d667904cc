import { quotedSheet } from "../parts/address.ts";
import { escaped } from "../parts/xml.ts";
import { zipOf } from "../parts/zip.ts";
import type { Book } from "./book.ts";
import { chartXml, drawingXml } from "./xlsx-chart.ts";
import { type SharedParts, sheetXml } from "./xlsx-sheet.ts";
import { Styles } from "./xlsx-styles.ts";
import { tableXml } from "./xlsx-table.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const TYPES = {
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  table: `${SPREADSHEET}.table+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  styles: `${SPREADSHEET}.styles+xml`,
  sharedStrings: `${SPREADSHEET}.sharedStrings+xml`,
} as const;

/** A workbook that grows part by part, with what each part is and what it refers to. */
interface Making {
  readonly parts: Map<string, string>;
  readonly types: Map<string, string>;
}

/**
 * Writes a workbook as an XLSX file: sheets with marked-up tables, formulas with their values, links, charts that stay
 * editable, drop-downs, and headers that stay in sight. The same data gives the same bytes. In Node and in a page.
 *
 * @example
 * ```ts
 * import { writeXlsx } from "@cadre/workbook";
 * const rows = [["Year", "Gap (FTE)"], [2035, 1234.5]].map((row) => row.map((value) => ({ value })));
 * const table = { name: "Gap_by_year", range: { top: 0, left: 0, bottom: 1, right: 1 } };
 * const bytes = writeXlsx({ title: "Gap", sheets: [{ name: "Gap", rows, table }] }); // a Uint8Array
 * ```
 */
export function writeXlsx(book: Book): Uint8Array {
  const making: Making = { parts: new Map(), types: new Map() };
  const texts = new Map<string, number>();
  const shared: SharedParts = {
    styles: new Styles(book.colours?.link),
    text(text) {
      const id = texts.get(text) ?? texts.size;
      texts.set(text, id);
      return id;
    },
  };
  addBook(making, book);
  for (const i of book.sheets.keys()) addSheet(making, book, shared, i);
  addPart(making, "xl/styles.xml", "styles", shared.styles.xml());
  addPart(making, "xl/sharedStrings.xml", "sharedStrings", stringsXml([...texts.keys()]));
  const overrides = [...making.types].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
  return zipOf(new Map([["[Content_Types].xml", types], ...making.parts]));
}

function addPart({ parts, types }: Making, name: string, type: keyof typeof TYPES, xml: string): void {
  parts.set(name, HEAD + xml);
  types.set(name, TYPES[type]);
}

/** What a part refers to: the kind of each part and where it is, by ids from rId1 on. */
function addRelations(
  { parts }: Making,
  part: string,
  found: readonly { type: string; target: string; outside?: boolean }[],
): void {
  if (found.length === 0) return;
  const slash = part.lastIndexOf("/") + 1;
  const each = found.map(
    ({ type, target, outside }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${type}" Target="${escaped(target)}"${outside ? ' TargetMode="External"' : ""}/>`,
  );
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  parts.set(name, `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`);
}

function addBook(making: Making, { title, subject, sheets }: Book): void {
  const { parts, types } = making;
  addRelations(making, "", [
    { type: `${OFFICE}/officeDocument`, target: "xl/workbook.xml" },
    { type: `${PACKAGE}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
  ]);
  const core = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Cadre</dc:creator><dc:language>en-GB</dc:language>${subject === undefined ? "" : `<dc:subject>${escaped(subject)}</dc:subject>`}<dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;
  parts.set("docProps/core.xml", HEAD + core);
  types.set("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  const listed = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  // The header of a table that runs over several sheets of paper is printed on each of them.
  const repeated = sheets.flatMap(({ name, table }, i) =>
    table
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`${quotedSheet(name)}!$${table.range.top + 1}:$${table.range.top + 1}`)}</definedName>`,
        ]
      : [],
  );
  const names = repeated.length === 0 ? "" : `<definedNames>${repeated.join("")}</definedNames>`;
  parts.set(
    "xl/workbook.xml",
    `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join("")}</sheets>${names}<calcPr fullCalcOnLoad="1"/></workbook>`,
  );
  types.set("xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`);
  addRelations(making, "xl/workbook.xml", [
    ...sheets.map((_, i) => ({ type: `${OFFICE}/worksheet`, target: `worksheets/sheet${i + 1}.xml` })),
    { type: `${OFFICE}/styles`, target: "styles.xml" },
    { type: `${OFFICE}/sharedStrings`, target: "sharedStrings.xml" },
  ]);
}

function addSheet(making: Making, { sheets, colours }: Book, shared: SharedParts, i: number): void {
  const sheet = sheets[i];
  if (!sheet) return;
  const { chart, table } = sheet;
  const number = i + 1;
  const draft = sheet.rows.flatMap((row) => row.flatMap((cell) => cell?.link ?? []));
  const links = new Set(draft.filter((to) => !to.startsWith("#"))).size;
  const ids = {
    ...(chart && { drawing: `rId${links + 1}` }),
    ...(table && { table: `rId${links + (chart ? 2 : 1)}` }),
  };
  const { xml, outside } = sheetXml(sheet, shared, { isFirst: i === 0, ids });
  addPart(making, `xl/worksheets/sheet${number}.xml`, "worksheet", xml);
  addRelations(making, `xl/worksheets/sheet${number}.xml`, [
    ...outside.map((target) => ({ type: `${OFFICE}/hyperlink`, target, outside: true })),
    ...(chart ? [{ type: `${OFFICE}/drawing`, target: `../drawings/drawing${number}.xml` }] : []),
    ...(table ? [{ type: `${OFFICE}/table`, target: `../tables/table${number}.xml` }] : []),
  ]);
  if (table) addPart(making, `xl/tables/table${number}.xml`, "table", tableXml(table, sheet, number));
  if (!chart) return;
  addPart(making, `xl/drawings/drawing${number}.xml`, "drawing", drawingXml(chart, sheet.rows.length + 1));
  addRelations(making, `xl/drawings/drawing${number}.xml`, [
    { type: `${OFFICE}/chart`, target: `../charts/chart${number}.xml` },
  ]);
  addPart(making, `xl/charts/chart${number}.xml`, "chart", chartXml(chart, colours?.grid));
}

function stringsXml(texts: readonly string[]): string {
  // What Excel itself would read as the code of a character is written as one that gives it back.
  const safe = (text: string) => escaped(text.replace(/_x([0-9A-F]{4})_/gi, "_x005F_x$1_"));
  const each = texts.map((text) => `<si><t xml:space="preserve">${safe(text)}</t></si>`);
  return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">${each.join("")}</sst>`;
}
