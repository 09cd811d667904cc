import { CadreError, type Result } from "cadre";
import { checkArguments, SHAPES } from "cadre/arguments";
import { planOf } from "cadre/results";
import { plainText, shortenedText } from "../text/plain.ts";
import type { BoardPackOptions } from "./options.ts";

/** A longer name would leave a title no room for its finding. */
const MOST_IN_NAME = 80;

/** What every page is made from: the results, and what the board is told about. */
export interface PackSetting extends BoardPackOptions {
  readonly results: readonly Result[];
  /** What the others are held against, usually doing nothing. */
  readonly first: Result;
  /** The scenario the board decides about: the first plan, or else the first of the others, as what it is. */
  readonly plan: Result | undefined;
  readonly pool: string;
  readonly year: number;
  /** The gap up to which the aim is met, in FTE. */
  readonly target: number;
  /** Whether somebody has given that aim. */
  readonly aimed: boolean;
  /** What the pool is called in a sentence. */
  readonly name: string;
  /** The base year, every fifth year and the year asked for: enough to see how a line runs. */
  readonly milestones: readonly number[];
}

const { list, number, object, only, optional, result, text } = SHAPES;
const OPTIONS = only<BoardPackOptions>({
  pool: optional(text),
  year: optional(number),
  ensembles: optional(list(object)),
  target: optional(number),
  breaks: optional(text),
  signposts: optional(list(object)),
  decomposition: optional(object),
  effects: optional(list(object)),
  assurance: optional(object),
  repeat: optional(object),
});

/** Settles pool, year and names; an unknown pool or year is the result's own error. */
export function settingOf(results: readonly Result[], options: BoardPackOptions): PackSetting {
  checkArguments({ results, options }, { results: list(result, 1), options: OPTIONS });
  const [first] = results as [Result, ...Result[]];
  const { pool = "all", target = 0, year = first.last } = options;
  first.at({ pool, measure: "gap", year });
  const { decomposition: apart } = options;
  if (apart && (apart.pool !== pool || apart.year !== year || apart.measure !== "gap"))
    throw new CadreError({
      code: "other-decomposition",
      message: `A board pack of the gap of ${pool} in ${year} cannot show what was taken apart for ${apart.measure} of ${apart.pool} in ${apart.year}.`,
      path: "options.decomposition",
      value: `${apart.measure} of ${apart.pool} in ${apart.year}`,
      rule: "All parts of a pack are about one pool and one year.",
      fix: `Take the gap apart for them: decompose(before, after, { pool: "${pool}", year: ${year} }).`,
    });
  const between = first.years.filter((one) => one % 5 === 0 && one - first.base >= 3 && year - one >= 3);
  return {
    ...options,
    results,
    first,
    plan: planOf(results),
    pool,
    year,
    target,
    aimed: options.target !== undefined,
    name: shortenedText(pool === "all" ? placeName(first) : groupName(first, pool), MOST_IN_NAME),
    milestones: [...new Set([first.base, ...between, year])],
  };
}

/** The place, unless the system's title speaks of more than the place whose people are counted. */
function placeName({ system }: Result): string {
  const [place, title] = [plainText(system.place), plainText(system.title)];
  return place !== "" && title.includes(place) ? place : title;
}

/** The name of a pool or group; sectors are named by their ids, "social-care". */
export function groupName(result: Result, id: string): string {
  const name = shortenedText(result.groups.find((group) => group.id === id)?.title ?? "", MOST_IN_NAME) || id;
  if (!id.startsWith("sector:") || !/^[a-z]+(-[a-z]+)*$/.test(name)) return name;
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

/** A scenario's name as the head of a column, as a row or in quotation marks. */
export const scenarioName = (result: Result, most = 60): string => shortenedText(result.title, most);

/** Whether a result has a pool at all in which anybody works or is needed. */
export const isThere = (result: Result, pool: string): boolean =>
  (["supply", "demand"] as const).some((measure) => result.series({ pool, measure }).some(({ value }) => value !== 0));
