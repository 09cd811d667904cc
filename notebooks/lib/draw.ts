import { altText, type Chart } from "@cadre/charts";
import { loader, parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { towardsAnswer } from "./paced.ts";

/** A chart as a picture element. */
export async function draw(chart: Chart): Promise<SVGSVGElement> {
  return towardsAnswer(
    withView(chart, async (view) => {
      const drawn = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml").documentElement;
      const here = document.importNode(drawn, true);
      if (!(here instanceof SVGSVGElement)) throw new Error("The picture could not be drawn.");
      return here;
    }),
  );
}

/** A chart as the text of an SVG file, with its title and alternative text for those who do not see it. */
export async function svgText(chart: Chart): Promise<string> {
  const drawn = await draw(chart);
  const words = (name: "title" | "desc", text: string) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    made.textContent = text;
    return made;
  };
  drawn.setAttribute("role", "img");
  drawn.prepend(words("title", chart.usermeta.cadre.title), words("desc", altText(chart)));
  return new XMLSerializer().serializeToString(drawn);
}

/** A chart as a PNG file, sharp enough for print. */
export async function pngFile(chart: Chart, scale = 3): Promise<Blob> {
  return withView(chart, async (view) => {
    const canvas = await view.toCanvas(scale);
    return new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made."))),
        "image/png",
      ),
    );
  });
}

/** Lets the page answer the reader before it goes on: a picture in one go, or several in a row, would hold it up. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function withView<T>(chart: Chart, use: (view: View) => Promise<T>): Promise<T> {
  await breathe();
  // Expressions are interpreted, since a page with a strict content policy may not turn text into code.
  const { spec } = compile(chart);
  await breathe();
  const parsed = parse(spec, undefined, { ast: true });
  await breathe();
  const view = new View(parsed, {
    renderer: "none",
    expr: expressionInterpreter,
    loader: nothingLoaded(),
  });
  try {
    return await use(view);
  } finally {
    view.finalize();
  }
}

function nothingLoaded() {
  const refuse = (address: string): Promise<never> => Promise.reject(new Error(`A chart loads nothing: ${address}`));
  return { ...loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse };
}
