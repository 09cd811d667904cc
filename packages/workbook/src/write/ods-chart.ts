import { escaped } from "../parts/xml.ts";
import { type BookChart, type ChartColumn, type ChartSeries, FACE } from "./book.ts";
import { odsCell } from "./ods-names.ts";
import { ODS_NAMESPACES } from "./ods-styles.ts";

/** The size of a chart on its sheet. */
export const CHART_SIZE = 'svg:width="24cm" svg:height="13cm"';
const DASHES = { solid: "", dash: "dash", dot: "dot" } as const;
const KINDS = { lines: "chart:line", columns: "chart:bar", stack: "chart:bar", bars: "chart:bar" } as const;

/** A chart as a document of its own inside an open document, from cells of the workbook. */
export function odsChart(chart: BookChart, grid: string | undefined): string {
  return [
    `<office:document-content ${ODS_NAMESPACES} office:version="1.3"><office:automatic-styles>`,
    styles(chart, grid),
    "</office:automatic-styles><office:body><office:chart>",
    `<chart:chart ${CHART_SIZE} chart:class="${KINDS[chart.kind]}" chart:style-name="whole">`,
    `<chart:title chart:style-name="title"><text:p>${escaped(chart.title)}</text:p></chart:title>`,
    chart.series.length > 1 ? '<chart:legend chart:legend-position="bottom" chart:style-name="words"/>' : "",
    '<chart:plot-area chart:style-name="plot" chart:data-source-has-labels="both">',
    `<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="x"><chart:categories table:cell-range-address="${escaped(reference(chart.categories))}"/></chart:axis>`,
    `<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="y"><chart:title chart:style-name="${chart.kind === "bars" ? "words" : "turned"}"><text:p>${escaped(chart.unit)}</text:p></chart:title><chart:grid chart:class="major" chart:style-name="grid"/></chart:axis>`,
    ...chart.series.map((series, i) => seriesXml(chart, series, i)),
    '<chart:wall chart:style-name="wall"/>',
    "</chart:plot-area></chart:chart></office:chart></office:body></office:document-content>",
  ].join("");
}

function seriesXml({ kind }: BookChart, { cells }: ChartSeries, i: number): string {
  const head = odsCell(cells.sheet, cells.head, cells.column);
  return `<chart:series chart:style-name="series${i}" chart:class="${KINDS[kind]}" chart:values-cell-range-address="${escaped(reference(cells))}" chart:label-cell-address="${escaped(head)}"><chart:data-point chart:repeated="${cells.rows.length}"/></chart:series>`;
}

/** Cells of a column, in one piece where they follow each other. */
function reference({ sheet, column, rows }: ChartColumn): string {
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  if (last - first === rows.length - 1) return `${odsCell(sheet, first, column)}:${odsCell(sheet, last, column)}`;
  return rows.map((row) => odsCell(sheet, row, column)).join(" ");
}

function styles(chart: BookChart, grid: string | undefined): string {
  const letters = `<style:text-properties fo:font-family="${FACE}" fo:font-size="11pt"/>`;
  const one = (name: string, chartProperties: string, rest = letters) =>
    `<style:style style:name="${name}" style:family="chart"><style:chart-properties ${chartProperties}/>${rest}</style:style>`;
  const bars = chart.kind === "bars" ? ' chart:vertical="true"' : "";
  const stacked = chart.kind === "stack" ? ' chart:stacked="true"' : "";
  const axis = 'chart:display-label="true" chart:tick-marks-major-inner="false" chart:tick-marks-major-outer="false"';
  const lines = grid === undefined ? "" : ` svg:stroke-color="#${grid}"`;
  return [
    '<number:number-style style:name="whole-numbers"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    one("whole", "", ""),
    one("title", "", `<style:text-properties fo:font-family="${FACE}" fo:font-size="14pt"/>`),
    one("words", "", `<style:graphic-properties draw:stroke="none" draw:fill="none"/>${letters}`),
    one("wall", "", '<style:graphic-properties draw:stroke="none" draw:fill="none"/>'),
    one("turned", 'style:rotation-angle="90"'),
    one(
      "plot",
      `chart:include-hidden-cells="false" chart:auto-position="true"${bars}${stacked} chart:treat-empty-cells="leave-gap"`,
    ),
    one(
      "x",
      `${axis} chart:axis-label-position="outside-start"${chart.kind === "bars" ? ' chart:reverse-direction="true"' : ""}`,
    ),
    `<style:style style:name="y" style:family="chart" style:data-style-name="whole-numbers"><style:chart-properties ${axis}${fromZero(chart)} chart:link-data-style-to-source="false"/>${letters}</style:style>`,
    one("grid", "", `<style:graphic-properties svg:stroke-width="0.018cm"${lines}/>`),
    // Patterns of broken lines, which styles name.
    '<draw:stroke-dash draw:name="dash" draw:style="rect" draw:dots1="1" draw:dots1-length="0.3cm" draw:distance="0.2cm"/>',
    '<draw:stroke-dash draw:name="dot" draw:style="rect" draw:dots1="1" draw:dots1-length="0.08cm" draw:distance="0.12cm"/>',
    ...chart.series.map((series, i) => seriesStyle(chart, series, i)),
  ].join("");
}

function seriesStyle({ kind }: BookChart, { colour, dash }: ChartSeries, i: number): string {
  const broken = DASHES[dash] === "" ? "solid" : "dash";
  const pattern = broken === "dash" ? ` draw:stroke-dash="${DASHES[dash]}"` : "";
  const paint =
    kind === "lines"
      ? `draw:stroke="${broken}"${pattern} svg:stroke-width="0.08cm" svg:stroke-color="#${colour}" draw:fill-color="#${colour}"`
      : `draw:stroke="none" draw:fill="solid" draw:fill-color="#${colour}"`;
  return `<style:style style:name="series${i}" style:family="chart"><style:chart-properties chart:symbol-type="none" chart:gap-width="60" chart:overlap="${kind === "stack" ? 100 : 0}"/><style:graphic-properties ${paint}/></style:style>`;
}

/** The length of a bar says how much it is only if it begins at zero. */
function fromZero({ kind, series }: BookChart): string {
  const values = series.flatMap(({ cells }) => cells.values.filter((value) => typeof value === "number"));
  if (kind === "lines" || values.length === 0) return "";
  if (values.every((value) => value <= 0)) return ' chart:maximum="0"';
  return values.every((value) => value >= 0) ? ' chart:minimum="0"' : "";
}
