import { newDemand } from "./pool-text.ts";
import { TABLE } from "./populations.ts";
import { isRecord, PlaceRecord } from "./record.ts";

/** The table that comes with Cadre ends in this year. */
const LAST = 2035;

/**
 * The text of a place with the groups of a staff list in place of those on the page: its title, people and sources stay, and
 * the posts of each group follow the people that its sector serves, as for a group that is added by hand.
 */
export function withList(record: PlaceRecord, listText: string): string {
  const made = new PlaceRecord({ text: listText, file: "system.yaml", tables: {} });
  const sources = record.at(["sources"]);
  const until = String(made.at(["calendar", "until"]));
  const years = record.keysAt(["population", "people"]).map(Number);
  const last = record.valueAt(["population", "table"]) === TABLE ? LAST : Math.max(...years);
  return made.textWith([
    { path: ["title"], to: record.at(["title"]) },
    { path: ["place"], to: record.at(["place"]) },
    ...(Number(until.slice(0, 4)) > last ? [{ path: ["calendar", "until"], to: `${last}${until.slice(4)}` }] : []),
    ...(isRecord(sources) ? Object.entries(sources).map(([id, to]) => ({ path: ["sources", id], to })) : []),
    { path: ["population"], to: record.at(["population"]) },
    ...made.keysAt(["pools"]).map((pool) => ({
      path: ["demand", pool],
      to: newDemand(String(made.at(["pools", pool, "sector"]))),
    })),
  ]);
}
