import { cellName, quotedSheet } from "../parts/address.ts";
import { escaped } from "../parts/xml.ts";
import { type BookChart, type ChartColumn, type ChartSeries, FACE } from "./book.ts";

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const AXES = { category: 1, value: 2 } as const;

/** A chart as office programs draw it, from cells of the workbook. */
export function chartXml(chart: BookChart, grid: string | undefined): string {
  return [
    `<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart>`,
    title(chart.title, 1400),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    drawing(chart),
    axes(chart, grid),
    "</c:plotArea>",
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "",
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100"><a:latin typeface="${FACE}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`,
    "</c:chartSpace>",
  ].join("");
}

function drawing(chart: BookChart): string {
  const series = chart.series.map((one, i) => seriesXml(chart, one, i)).join("");
  const ids = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
  if (chart.kind === "lines")
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;
  const stack = chart.kind === "stack";
  return `<c:barChart><c:barDir val="${chart.kind === "bars" ? "bar" : "col"}"/><c:grouping val="${stack ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stack ? '<c:overlap val="100"/>' : ""}${ids}</c:barChart>`;
}

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;

function seriesXml(
  { kind, categories }: BookChart,
  { title: name, cells, colour, dash }: ChartSeries,
  i: number,
): string {
  const head = reference({ ...cells, rows: [cells.head] }).replace(/:.*/, "");
  const paint = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const look =
    kind === "lines"
      ? `<c:spPr><a:ln w="28575" cap="rnd">${paint}<a:prstDash val="${DASHES[dash]}"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
      : `<c:spPr>${paint}</c:spPr><c:invertIfNegative val="0"/>`;
  return [
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>`,
    `<c:tx><c:strRef><c:f>${escaped(head)}</c:f>${cache("str", [name])}</c:strRef></c:tx>`,
    look,
    `<c:cat><c:strRef><c:f>${escaped(reference(categories))}</c:f>${cache("str", categories.values)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escaped(reference(cells))}</c:f>${cache("num", cells.values)}</c:numRef></c:val>`,
    kind === "lines" ? '<c:smooth val="0"/>' : "",
    "</c:ser>",
  ].join("");
}

function cache(kind: "str" | "num", values: readonly (string | number)[]): string {
  const points = values.flatMap((value, i) =>
    kind === "num" && typeof value !== "number" ? [] : [`<c:pt idx="${i}"><c:v>${escaped(String(value))}</c:v></c:pt>`],
  );
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
}

/** Cells of a column as a formula names them: in one piece where they follow each other. */
function reference({ sheet, column, rows }: ChartColumn): string {
  const cell = (row: number) => cellName(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  if (last - first === rows.length - 1) return `${quotedSheet(sheet)}!${cell(first)}:${cell(last)}`;
  return `(${rows.map((row) => `${quotedSheet(sheet)}!${cell(row)}`).join(",")})`;
}

function title(text: string, size: number, turned = false): string {
  const run = `<a:r><a:rPr lang="en-GB" sz="${size}" b="0"/><a:t>${escaped(text)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr${turned ? ' rot="-5400000" vert="horz"' : ""}/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function axes(chart: BookChart, grid: string | undefined): string {
  const level = chart.kind === "bars";
  // Bars are read from the top.
  const order = level ? "maxMin" : "minMax";
  const scaling = (way: string, ends = "") =>
    `<c:scaling><c:orientation val="${way}"/>${ends}</c:scaling><c:delete val="0"/>`;
  return [
    `<c:catAx><c:axId val="${AXES.category}"/>${scaling(order)}<c:axPos val="${level ? "l" : "b"}"/>`,
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${AXES.value}"/>${scaling("minMax", fromZero(chart))}<c:axPos val="${level ? "b" : "l"}"/>`,
    gridLines(grid),
    title(chart.unit, 1100, !level),
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:crossAx val="${AXES.category}"/><c:crosses val="${level ? "max" : "autoZero"}"/><c:crossBetween val="${chart.kind === "lines" ? "midCat" : "between"}"/></c:valAx>`,
  ].join("");
}

/** The length of a bar says how much it is only if it begins at zero. */
function fromZero({ kind, series }: BookChart): string {
  const values = series.flatMap(({ cells }) => cells.values.filter((value) => typeof value === "number"));
  if (kind === "lines" || values.length === 0) return "";
  if (values.every((value) => value <= 0)) return '<c:max val="0"/>';
  return values.every((value) => value >= 0) ? '<c:min val="0"/>' : "";
}

const gridLines = (colour: string | undefined): string =>
  colour === undefined
    ? "<c:majorGridlines/>"
    : `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;

/** Where a chart stands on its sheet: from a row on, so many columns wide and rows high. */
export function drawingXml({ title: name, alt }: BookChart, row: number): string {
  const corner = (tag: string, column: number, at: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return [
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    `<xdr:twoCellAnchor editAs="oneCell">${corner("from", 0, row)}${corner("to", COLUMNS_WIDE, row + ROWS_HIGH)}`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escaped(`Chart: ${name}`)}" descr="${escaped(alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>',
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>",
  ].join("");
}

const [COLUMNS_WIDE, ROWS_HIGH] = [12, 26];
