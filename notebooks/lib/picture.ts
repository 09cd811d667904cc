import { altText, bare, type Chart } from "@cadre/charts";
import { loader, parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { element } from "./element.ts";

/**
 * A chart on the page: its finding as a heading, the picture with its alternative text, and its sources, unless other
 * words are given for them. The words are the page's own text, so they wrap, enlarge and can be copied.
 */
export async function picture(chart: Chart, words: { source?: string } = {}): Promise<HTMLElement> {
  const { title, subtitle, source } = { ...chart.usermeta.cadre, ...words };
  return element(
    "section",
    { class: "chart" },
    element("h3", {}, title),
    element("p", { class: "subtitle" }, subtitle),
    element("figure", { role: "img", "aria-label": altText(chart) }, await draw(bare(chart))),
    element("p", { class: "source" }, source),
  );
}

async function draw(chart: Chart): Promise<Node> {
  // Expressions are interpreted, since a page with a strict content policy may not turn text into code.
  const view = new View(parse(compile(chart).spec, undefined, { ast: true }), {
    renderer: "none",
    expr: expressionInterpreter,
    loader: nothingLoaded(),
  });
  try {
    const drawn = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml").documentElement;
    drawn.setAttribute("aria-hidden", "true");
    return document.importNode(drawn, true);
  } finally {
    view.finalize();
  }
}

function nothingLoaded() {
  const refuse = (address: string): Promise<never> => Promise.reject(new Error(`A chart loads nothing: ${address}`));
  return { ...loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse };
}
