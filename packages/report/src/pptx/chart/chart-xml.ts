import { AXES, axesXml, escaped, fill, lettersXml } from "./axes-xml.ts";
import type { NativeChart, NativeSeries } from "./native.ts";

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const;
const NOTHING = "<a:noFill/><a:ln><a:noFill/></a:ln>";

/**
 * A chart of a slide as its part of the package says it, with its elements in the order that the format asks for. The
 * numbers stand in the workbook beside it, a column a series in the order of the chart, the labels in the first column.
 */
export function chartXml(chart: NativeChart): string {
  const { plot } = chart;
  const layout = plot
    ? `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${plot.x}"/><c:y val="${plot.y}"/><c:w val="${plot.w}"/><c:h val="${plot.h}"/></c:manualLayout></c:layout>`
    : "<c:layout/>";
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>`,
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout}`,
    groupXml(chart, "area"),
    groupXml(chart, "bar"),
    groupXml(chart, "line"),
    axesXml(chart),
    "</c:plotArea>",
    chart.legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${lettersXml()}</c:legend>` : "",
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${NOTHING}</c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  ].join("");
}

/** All series that are drawn in one way; areas lie behind bars and lines. */
function groupXml(chart: NativeChart, draw: NativeSeries["draw"]): string {
  const shown = chart.series.flatMap((one, i) => (one.draw === draw ? [seriesXml(chart, one, i)] : []));
  if (shown.length === 0) return "";
  const grouping = (name: string) => `<c:grouping val="${name}"/><c:varyColors val="0"/>${shown.join("")}`;
  const ids = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
  if (draw === "area") return `<c:areaChart>${grouping("stacked")}${ids}</c:areaChart>`;
  if (draw === "line") return `<c:lineChart>${grouping("standard")}<c:marker val="1"/>${ids}</c:lineChart>`;
  const over = chart.stacked || !chart.legend ? 100 : 0;
  return `<c:barChart><c:barDir val="${chart.lying ? "bar" : "col"}"/>${grouping(chart.stacked ? "stacked" : "clustered")}<c:gapWidth val="40"/><c:overlap val="${over}"/>${ids}</c:barChart>`;
}

function seriesXml(chart: NativeChart, one: NativeSeries, i: number): string {
  const { name, values, draw, colour } = one;
  // The first column of the sheet is what the axis says; where that is less than the categories, these stand in the second.
  const column = letterOf(i + (chart.marks ? 2 : 1));
  const last = values.length + 1;
  const range = (letter: string) => `Sheet1!$${letter}$2:$${letter}$${last}`;
  const points = (all: readonly (string | number)[]) =>
    `<c:ptCount val="${all.length}"/>${all.map((value, at) => `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join("")}`;
  return [
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>`,
    `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${look(one)}</c:spPr>`,
    draw === "line" ? markerXml(values.length, colour) : draw === "bar" ? '<c:invertIfNegative val="0"/>' : "",
    labelsXml(one, values.length - 1),
    `<c:cat><c:strRef><c:f>${range("A")}</c:f><c:strCache>${points(chart.marks ?? chart.categories)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${range(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>`,
    draw === "line" ? '<c:smooth val="0"/>' : "",
    "</c:ser>",
  ].join("");
}

function look({ draw, colour, opacity, dash = "solid" }: NativeSeries): string {
  if (colour === undefined) return NOTHING;
  if (draw !== "line") return `${fill(colour, opacity)}<a:ln><a:noFill/></a:ln>`;
  return `<a:ln w="31750" cap="rnd">${fill(colour)}<a:prstDash val="${DASHES[dash]}"/><a:round/></a:ln>`;
}

/** A line of one year is a point. */
const markerXml = (length: number, colour = ""): string =>
  length > 1
    ? '<c:marker><c:symbol val="none"/></c:marker>'
    : `<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>${fill(colour)}</c:spPr></c:marker>`;

/** Numbers behind bars, or the name and the number of a line beside its last point. */
function labelsXml({ numbers, end }: NativeSeries, last: number): string {
  const none =
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
  if (numbers !== undefined)
    return `<c:dLbls><c:numFmt formatCode="${escaped(numbers)}" sourceLinked="0"/><c:spPr>${NOTHING}</c:spPr>${lettersXml()}<c:dLblPos val="outEnd"/>${none.replace('showVal val="0"', 'showVal val="1"')}</c:dLbls>`;
  if (!end) return "";
  const shown = none
    .replace('showVal val="0"', 'showVal val="1"')
    .replace('showSerName val="0"', 'showSerName val="1"');
  const moved = `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${end.shift.toFixed(4)}"/></c:manualLayout></c:layout>`;
  return `<c:dLbls><c:dLbl><c:idx val="${last}"/>${moved}<c:numFmt formatCode="${escaped(end.format)}" sourceLinked="0"/><c:spPr>${NOTHING}</c:spPr>${lettersXml(end.colour, true)}<c:dLblPos val="r"/>${shown}<c:separator>\n</c:separator></c:dLbl><c:spPr>${NOTHING}</c:spPr>${none}</c:dLbls>`;
}

/** The letter of a column of a sheet, the first being A. */
function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}
