import type { Result } from "cadre";
import type { Chart } from "./chart.ts";
import { movedTo, type StaffFlows, type StaffFlowsOptions, staffFlows, sum } from "./flow-figures.ts";
import { flowRibbons, LABEL_ROOM } from "./flow-ribbons.ts";
import { flowRows } from "./flow-rows.ts";
import { shownFlows } from "./flow-shown.ts";
import { frame } from "./frame.ts";
import { capitalised, groupTitle, shortName } from "./group-title.ts";
import { countText, roughText, roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import type { Table } from "./table.ts";
import { oneLine } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";

/** Of which staff, by what, until when, and how wide. */
export interface StaffFlowOptions extends StaffFlowsOptions, SizeOptions {}

/** Ribbons of more groups than these tangle, where names stand in them sooner; each group is a row then. */
const MOST_RIBBONS = { wide: 4, narrow: 2 };

/**
 * The whole staff from the base date to a year in one picture: who is there and who joins, by source; where they work; who
 * leaves, by cause, and who is there at the end. Who goes from one of two groups to the other has an arrow between them. With more
 * than four groups each is a row, read the same way. Changes of employer within a pool and moves within a group are left
 * out. An unknown pool or year is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { staffFlow } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * staffFlow(today).usermeta.cadre.title; // how many would join by 2035, and how staff change all the same
 * ```
 */
export function staffFlow(result: Result, options: StaffFlowOptions = {}): Chart {
  const { pool = "all" } = options;
  const flows = staffFlows(result, options);
  const size = sizeOf(options);
  const narrow = size.width < 520;
  const seen = shownFlows(flows, { arrows: true });
  const rows =
    seen.groups.length > MOST_RIBBONS[narrow ? "narrow" : "wide"]
      ? flowRows(shownFlows(flows, { arrows: false }), size)
      : undefined;
  const { long, many } = result.unit({ pool, measure: "headcount" });
  const title = finding(flows, many);
  const from = `${result.referenceDate} ${flows.first} to ${result.referenceDate} ${flows.last}`;
  const small = rows ? [] : seen.small.map((name) => `, ${name}`);
  const left = `Left out: changes of employer, moves within a ${flows.kind}${small.join("")}.`;
  const subtitle = `${shortName(groupTitle(result, pool), size)}: ${long}, ${from}. ${left} Scenario: ${oneLine(result.title)}.`;
  return frame({
    title,
    subtitle,
    alt: `Flow chart. ${title}. ${subtitle} ${told(flows)}`,
    source: sourceLine(result),
    table: tableOf(flows, many),
    size: { ...size, height: rows ? 0 : narrow ? 640 : 520 },
    ...(rows
      ? { lowest: rows.height, left: rows.left, right: 0, bottom: 8 }
      : { left: narrow ? 0 : LABEL_ROOM, right: narrow ? 0 : LABEL_ROOM, bottom: 8 }),
    draw: (plot) => ({
      layers: rows ? rows.draw(plot) : flowRibbons(seen, plot, { narrow, label: size.text.label }),
      ...(rows?.remark === undefined ? {} : { remark: rows.remark }),
    }),
  });
}

/** What a board should take away: how many come, and what that makes of the staff. */
function finding(flows: StaffFlows, counted: string): string {
  const join = sum(flows.sources.map(({ people }) => sum(people)));
  // A job does not join; the subtitle says what is counted.
  const who = counted === "people" ? " people" : "";
  const change = roundWhole(
    sum(flows.groups.map(({ after }) => after)) - sum(flows.groups.map(({ before }) => before)),
  );
  const come =
    roundWhole(join) === 0
      ? `Nobody would join by ${flows.last}`
      : `About ${roughText(join)}${who} would join by ${flows.last}`;
  if (change === 0) return `${come}, and staff stay as many`;
  return change < 0
    ? `${come}, yet staff fall by ${roughText(-change)}`
    : `${come}, and staff grow by ${roughText(change)}`;
}

const listed = (ends: readonly { title: string; people: readonly number[] }[]): string =>
  ends.map(({ title, people }) => `${title.toLowerCase()} ${countText(sum(people))}`).join(", ");

function told({ groups, sources, causes, moves, first, last }: StaffFlows): string {
  return [
    ...groups.map(
      ({ name, before, after }) => `${name}: ${countText(before)} in ${first}, ${countText(after)} in ${last}.`,
    ),
    `Who joins: ${sources.length === 0 ? "nobody" : listed(sources)}.`,
    `Who leaves: ${causes.length === 0 ? "nobody" : listed(causes)}.`,
    ...moves.map(
      ({ from, to, people }) => `${countText(people)} go from ${groups[from]?.name} to ${groups[to]?.name}.`,
    ),
  ].join(" ");
}

/** A row each group, a column each source and cause. */
function tableOf(flows: StaffFlows, counted: string): Table {
  const { groups, sources, causes, first, last, kind } = flows;
  const cells = (g: number): number[] => [
    groups[g]?.before ?? 0,
    ...sources.map(({ people }) => people[g] ?? 0),
    movedTo(flows, g, "to"),
    ...causes.map(({ people }) => people[g] ?? 0),
    movedTo(flows, g, "from"),
    groups[g]?.after ?? 0,
  ];
  const all = groups.map((_, g) => cells(g));
  return {
    caption: `${capitalised(counted)} in post, and who joins and leaves, ${first} to ${last}`,
    columns: [
      capitalised(kind),
      `In post ${first}`,
      ...sources.map(({ title }) => title),
      `From another ${kind}`,
      ...causes.map(({ title }) => title),
      `To another ${kind}`,
      `In post ${last}`,
    ],
    rows: [
      ...groups.map(({ name }, g) => [name, ...(all[g] ?? []).map(countText)]),
      ...(groups.length > 1
        ? [["All", ...(all[0] ?? []).map((_, column) => countText(sum(all.map((row) => row[column] ?? 0))))]]
        : []),
    ],
  };
}
