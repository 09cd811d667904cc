import type { Loader } from "vega";
import type { Chart } from "./chart.ts";
import { escapeText } from "./escape.ts";

/**
 * A chart as an SVG picture, as text: the same in Node and in a page. It carries the title and the alternative text
 * as `<title>` and `<desc>` and asks for nothing from the network; a specification that does is refused.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { supplyAndDemand, toSvg } from "@cadre/charts";
 * const svg = await toSvg(supplyAndDemand(run(await readSystem("scenarios/cumbria/system.yaml"))));
 * svg.startsWith("<svg"); // true
 * ```
 */
export async function toSvg(chart: Chart): Promise<string> {
  const { vega, expressionInterpreter, compile } = await drawing();
  const compiled = compile(chart, { logger: refuseErrors() });
  const refused: string[] = [];
  // Expressions are interpreted, since a page with a strict content policy may not turn text into code.
  const view = new vega.View(vega.parse(compiled.spec, undefined, { ast: true }), {
    renderer: "none",
    expr: expressionInterpreter,
    loader: offline(vega.loader(), refused),
    logger: refuseErrors(),
  });
  try {
    const drawn = await view.toSVG();
    // A picture is drawn without the data it could not load, and a hole in it would not be noticed.
    if (refused.length > 0) throw new Error(`a chart holds its own data and loads nothing: ${refused.join(", ")}`);
    const names = `<title>${escapeText(chart.usermeta.cadre.title)}</title><desc>${escapeText(chart.description)}</desc>`;
    return keepXml(
      drawn.replace(/^<svg([^>]*)>/, (_whole, attributes: string) => `<svg${attributes} role="img">${names}`),
    );
  } finally {
    view.finalize();
  }
}

/** What draws. It is loaded with the first chart, for it takes longer to load than a run takes. */
async function drawing() {
  const [vega, { expressionInterpreter }, { compile }] = await Promise.all([
    import("vega"),
    import("vega-interpreter"),
    import("vega-lite"),
  ]);
  return { vega, expressionInterpreter, compile };
}

/** Warnings are about taste and stay silent here; an error would leave a hole in the picture and is thrown. */
function refuseErrors() {
  const logger = {
    level: () => logger,
    error: (...words: readonly unknown[]): never => {
      throw new Error(`the chart cannot be drawn: ${words.map(String).join(" ")}`);
    },
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

function offline(loader: Loader, refused: string[]): Loader {
  const refuse = (address: string): Promise<never> => {
    refused.push(address);
    return Promise.reject(new Error(`not loaded: ${address}`));
  };
  return { ...loader, load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

/** Control characters and half surrogates, which foreign titles may hold, are not allowed in XML even when escaped. */
function keepXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/[\uD800-\uDFFF]/gu, "");
}
