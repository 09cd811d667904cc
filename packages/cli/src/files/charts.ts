import type { Chart, PageFigure } from "@cadre/charts";
import type { Result } from "cadre";
import { slug } from "./slug.ts";

/** Groups that get a chart of their own; with more, the files would be too many to look at. */
const MOST_GROUPS = 12;

/**
 * The charts of a run, as SVG pictures and as one HTML page that opens without a network: the four of all staff, then
 * supply and demand of each employer.
 */
export async function chartFiles(result: Result): Promise<Map<string, string>> {
  // Loaded only here: the drawing library takes longer to load than most commands to run.
  const { agePyramid, gapByPool, leaversByCause, supplyAndDemand, toHtml, toSvg } = await import("@cadre/charts");
  const last = result.years.at(-1) ?? result.base;
  const drawings: { name: string; draw: (width?: number) => Chart }[] = [
    { name: "supply-and-demand", draw: (width) => supplyAndDemand(result, { width }) },
    { name: "gap-by-employer", draw: (width) => gapByPool(result, { groups: "employers", width }) },
    { name: "leavers-by-cause", draw: (width) => leaversByCause(result, { width }) },
  ];
  if (result.axes.ageMax > result.axes.ageMin)
    drawings.push({
      name: "age-pyramid",
      draw: (width) => agePyramid(result, { year: last, against: result.base, width }),
    });
  const employers = result.groups.filter(({ id }) => id.startsWith("employer:"));
  if (employers.length > 1)
    for (const { id, title } of employers.slice(0, MOST_GROUPS))
      drawings.push({
        name: unused(
          `supply-and-demand-${slug(title)}`,
          drawings.map(({ name }) => name),
        ),
        draw: (width) => supplyAndDemand(result, { pool: id, width }),
      });

  const files = new Map<string, string>();
  const figures: PageFigure[] = [];
  for (const { name, draw } of drawings) {
    const spec = draw();
    files.set(`charts/${name}.svg`, await toSvg(spec));
    figures.push({ spec, narrow: draw(PHONE) });
  }
  const intro = `${result.title}: from ${result.referenceDate} ${result.base} to ${result.referenceDate} ${last}. A positive gap is a shortage.`;
  files.set("report.html", await toHtml(figures, { title: result.system.title, intro }));
  return files;
}

/** Width in pixels of the drawings for telephones. */
const PHONE = 360;

function unused(name: string, taken: readonly string[]): string {
  const plain = name.replace(/-+$/, "");
  let free = plain;
  for (let n = 2; taken.includes(free); n++) free = `${plain}-${n}`;
  return free;
}
