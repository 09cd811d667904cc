import { altText, bareChart, type Chart } from "@cadre/charts";
import { rowsCsv } from "cadre/tables";
import { draw, pngFile, svgText } from "./draw.ts";
import { element } from "./element.ts";
import { foldedAway } from "./folded.ts";
import { numberTable } from "./number-table.ts";
import { fileName, saveFile } from "./save-file.ts";
import { yearCursor } from "./year-cursor.ts";

/** What a picture may say in place of the chart's own words. */
export interface PictureWords {
  /** Which picture of the page it is, a short word; one that replaces another stays folded or unfolded as that was. */
  name: string;
  source?: string;
}

/**
 * A chart on the page: its finding as a heading, the picture with its alternative text, its sources unless other words
 * are given for them, and, folded away until asked for or printed, its numbers and the files to take away. The words
 * are the page's own text, so they wrap, enlarge and can be copied.
 */
export async function picture(chart: Chart, { name, ...words }: PictureWords): Promise<HTMLElement> {
  const { title, subtitle, source, table } = { ...chart.usermeta.cadre, ...words };
  const drawn = await draw(bareChart(chart));
  drawn.setAttribute("aria-hidden", "true");
  const file = fileName(title);
  const take = (label: string, save: () => void | Promise<void>) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => void save());
    return button;
  };
  const figure = element("figure", { role: "img", "aria-label": altText(chart) }, drawn);
  const cursor = yearCursor(bareChart(chart), figure);
  return element(
    "section",
    { class: "chart", "data-picture": name },
    element("h3", {}, title),
    element("p", { class: "subtitle" }, subtitle),
    ...(cursor ? [cursor.readOut, cursor.plot] : [figure]),
    element("p", { class: "source" }, shortened(source)),
    foldedAway(
      { name: `picture-${name}`, summary: "The numbers, and the picture to take away" },
      numberTable(table),
      element(
        "p",
        { class: "buttons" },
        take("Numbers as CSV", () => saveFile(`${file}.csv`, rowsCsv(table.columns, table.rows), "text/csv")),
        take("Picture as SVG", async () => saveFile(`${file}.svg`, await svgText(chart), "image/svg+xml")),
        take("Picture as PNG", async () => saveFile(`${file}.png`, await pngFile(chart))),
      ),
    ),
  );
}

/** The first sources of a list; the page has all of them further down. */
function shortened(source: string): string {
  const [first = "", second, ...others] = source.split("; ");
  return others.length === 0 ? source : `${first}; ${second}; and ${others.length} more, all listed below.`;
}
