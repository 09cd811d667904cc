import type { PageTable } from "@cadre/charts";
import { slug } from "@cadre/sources";
import type { Ensemble, Result } from "cadre";
import { partsOf } from "../summary.ts";
import { type Drawing, drawnFiles } from "./drawings.ts";

/** Sectors beyond these get no chart of their own; their files would be too many to look at. */
const MOST_GROUPS = 12;

/**
 * The charts of a run, as SVG pictures and as one HTML page that opens without a network: those of all staff, then
 * supply and demand of each employer, or of each sector where employers are too many. `tables` stand on the page before
 * the charts; with draws, two charts say how sure the gap is.
 */
export async function chartFiles(
  result: Result,
  tables: readonly PageTable[] = [],
  sure?: Ensemble,
): Promise<Map<string, string>> {
  // Loaded only here: the drawing library takes longer to load than most commands to run.
  const { agePyramid, chanceByYear, fan, gapByPool, joinersBySource, leaversByCause, staffFlow, supplyAndDemand } =
    await import("@cadre/charts");
  const last = result.last;
  const { kind, groups } = partsOf(result);
  const drawings: Drawing[] = [
    {
      name: "supply-and-demand",
      draw: (width) => supplyAndDemand(result, { funded: paidApart(result, "all"), width }),
    },
    ...(sure
      ? [
          { name: "gap-how-sure", draw: (width?: number) => fan(sure, { target: 0, width }) },
          { name: "chance-of-no-shortage", draw: (width?: number) => chanceByYear(sure, { width }) },
        ]
      : []),
    { name: `gap-by-${kind.slice(0, -1)}`, draw: (width) => gapByPool(result, { groups: kind, width }) },
    ...(result.groups.filter(({ id }) => id.startsWith("level:")).length > 1
      ? [{ name: "gap-by-level", draw: (width?: number) => gapByPool(result, { groups: "levels", width }) }]
      : []),
    { name: "staff-flow", draw: (width) => staffFlow(result, { width }) },
    { name: "joiners-by-source", draw: (width) => joinersBySource(result, { width }) },
    { name: "leavers-by-cause", draw: (width) => leaversByCause(result, { width }) },
  ];
  if (result.axes.ageMax > result.axes.ageMin)
    drawings.push({
      name: "age-pyramid",
      draw: (width) => agePyramid(result, { year: last, against: result.base, width }),
    });
  if (groups.length > 1)
    for (const { id, title } of groups.slice(0, MOST_GROUPS))
      drawings.push({
        name: unused(
          `supply-and-demand-${slug(title)}`,
          drawings.map(({ name }) => name),
        ),
        draw: (width) => supplyAndDemand(result, { pool: id, funded: paidApart(result, id), width }),
      });

  const { question } = result.data.resolved.scenario;
  const intro =
    `${question ? `${question} ` : ""}${result.title}: from ${result.referenceDate} ${result.base} to ` +
    `${result.referenceDate} ${last}. A positive gap is a shortage.`;
  return drawnFiles([result], [...tables, ...drawings], { title: result.system.title, intro });
}

/** Whether a budget of its own is drawn beside what is needed: posts paid for that differ from posts needed. */
const paidApart = (result: Result, pool: string): boolean =>
  [result.base, ...result.years].some(
    (year) =>
      Math.round(result.at({ pool, measure: "funded", year })) !==
      Math.round(result.at({ pool, measure: "demand", year })),
  );

function unused(name: string, taken: readonly string[]): string {
  const plain = name.replace(/-+$/, "");
  let free = plain;
  for (let n = 2; taken.includes(free); n++) free = `${plain}-${n}`;
  return free;
}
