import type { Chart } from "@cadre/charts";
import { type ChartedYears, chartedYears } from "./charted-years.ts";
import { element } from "./element.ts";

/** A read-out above a plot, and the plot with a cursor over it. */
export interface WithCursor {
  readonly readOut: HTMLElement;
  readonly plot: HTMLElement;
}

interface Charted extends WithCursor {
  show(year: number | undefined, here: boolean): void;
}

/** Every chart over time of the page, which share one year; weakly, since each move of a slider makes others. */
const charts = new Set<WeakRef<Charted>>();
let shared: number | undefined;

function add(chart: Charted): void {
  for (const one of charts) if (one.deref() === undefined) charts.delete(one);
  charts.add(new WeakRef(chart));
}

/** Shows a year in every chart of the page; undefined leaves each at its last. */
function choose(year: number | undefined, at: Charted): void {
  shared = year;
  for (const one of charts) {
    const chart = one.deref();
    if (chart?.plot.isConnected) chart.show(year, chart === at);
  }
}

/**
 * A cursor over a chart of years: by mouse, touch and arrow keys, it reads out the figures of a year in all such charts of
 * the page. Only the chart at hand is read aloud. Undefined where the chart is none over time.
 */
export function yearCursor(chart: Chart, picture: HTMLElement): WithCursor | undefined {
  const found = chartedYears(chart);
  const drawn = picture.querySelector("svg");
  if (found === undefined || drawn === null || found.years.length < 2) return undefined;
  const readOut = element("p", { class: "read-out", "aria-live": "off" });
  const handle = element("div", {
    class: "year-cursor",
    role: "slider",
    tabindex: "0",
    "aria-label": "Year to read out",
  });
  const plot = element("div", { class: "plot" }, picture, handle);
  const one: Charted = { readOut, plot, show: shows(found, { readOut, handle, drawn }) };
  add(one);
  one.show(shared, false);
  listen(one, handle, found, drawn);
  return one;
}

interface Parts {
  readonly readOut: HTMLElement;
  readonly handle: HTMLElement;
  readonly drawn: SVGElement;
}

/** Writes a year's figures, and a hairline where it lies. */
function shows({ years, x, top, foot, says }: ChartedYears, { readOut, handle, drawn }: Parts): Charted["show"] {
  const hairline = document.createElementNS("http://www.w3.org/2000/svg", "line");
  hairline.setAttribute("class", "hairline");
  const last = years.at(-1) ?? 0;
  handle.setAttribute("aria-valuemin", String(years[0]));
  handle.setAttribute("aria-valuemax", String(last));
  return (wanted, here) => {
    const year = wanted !== undefined && years.includes(wanted) ? wanted : last;
    readOut.setAttribute("aria-live", here ? "polite" : "off");
    readOut.replaceChildren(element("strong", {}, String(year)), ` ${says(year)}`);
    handle.setAttribute("aria-valuenow", String(year));
    handle.setAttribute("aria-valuetext", `${year}: ${says(year)}`);
    if (wanted === undefined) hairline.remove();
    else {
      for (const [name, value] of Object.entries({ x1: x(year), x2: x(year), y1: top, y2: foot }))
        hairline.setAttribute(name, String(value));
      drawn.append(hairline);
    }
  };
}

function listen(one: Charted, handle: HTMLElement, { years, x }: ChartedYears, drawn: SVGElement): void {
  const atPointer = (event: PointerEvent) => {
    const { left, width } = drawn.getBoundingClientRect();
    const [, , wide = width] = (drawn.getAttribute("viewBox") ?? "").split(" ").map(Number);
    const at = ((event.clientX - left) / width) * wide;
    const near = (year: number) => Math.abs(x(year) - at);
    choose([...years].sort((a, b) => near(a) - near(b))[0], one);
  };
  // Moves within a frame are one.
  let frame: number | undefined;
  handle.addEventListener("pointermove", (event) => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => atPointer(event));
  });
  handle.addEventListener("pointerdown", atPointer);
  handle.addEventListener("pointerleave", ({ pointerType }) => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    // After a touch the figures stay to be read.
    if (pointerType === "mouse" && document.activeElement !== handle) choose(undefined, one);
  });
  handle.addEventListener("keydown", (event) => {
    const now = shared !== undefined && years.includes(shared) ? years.indexOf(shared) : years.length - 1;
    const step = { ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1 }[event.key];
    const jump = { Home: 0, End: years.length - 1, PageDown: now - 5, PageUp: now + 5 }[event.key];
    const to = step ?? jump;
    if (event.key === "Escape") choose(undefined, one);
    else if (to === undefined) return;
    else choose(years[Math.min(years.length - 1, Math.max(0, to))], one);
    event.preventDefault();
  });
}
