import type { Chart, PageFigure, PageOptions, PageTable } from "@cadre/charts";
import type { Result } from "cadre";
import { warningTables } from "./remarks.ts";

/** A chart to be drawn at any width, and the name of its file. */
export interface Drawing {
  readonly name: string;
  readonly draw: (width?: number) => Chart;
}

/** Width in pixels of the drawings for telephones. */
const PHONE = 360;

/** Charts as SVG files, and charts and tables in their order as one page, `report.html`, which ends with what the runs warn about. */
export async function drawnFiles(
  results: readonly Result[],
  parts: readonly (Drawing | PageTable)[],
  page: PageOptions,
): Promise<Map<string, string>> {
  const { toHtml, toSvg } = await import("@cadre/charts");
  const files = new Map<string, string>();
  const shown: (PageFigure | PageTable)[] = [];
  for (const part of [...parts, ...warningTables(results)]) {
    if ("table" in part) {
      shown.push(part);
      continue;
    }
    const spec = part.draw();
    files.set(`charts/${part.name}.svg`, await toSvg(spec));
    shown.push({ spec, narrow: part.draw(PHONE) });
  }
  files.set("report.html", await toHtml(shown, page));
  return files;
}
