import type { TextEdit } from "./path.ts";
import type { PlaceRecord } from "./record.ts";

export const TABLE = "../../data/population/benchmarks.csv";

/** Where the people of the table are from. */
export const ONS_SOURCE = {
  title: "2018-based subnational population projections for England, principal projection",
  publisher: "Office for National Statistics",
  published: "2020-03",
  licence: "OGL-3.0",
};

const FROM_TABLE = { table: TABLE, source: "ons-2018", date: "06-30" };
export const AS_IN_ENGLAND = { ...FROM_TABLE, note: "ASSUMED: people change as in England" };

/** The places whose people come with Cadre. */
export function knownPlaces(texts: Readonly<Record<string, string>>): string[] {
  const table = texts[TABLE.replace(/^(\.\.\/)+/, "")] ?? "";
  const names = table
    .split("\n")
    .slice(1)
    .map((line) => /^"([^"]*)"|^([^,]*)/.exec(line));
  return [...new Set(names.map((found) => found?.[1] ?? found?.[2] ?? ""))].filter((name) => name !== "").sort();
}

/** Changes that take the people of a place of the table. */
export function fromTable(record: PlaceRecord, place: string): TextEdit[] {
  const known = record.at(["sources", "ons-2018"]) !== undefined;
  return [
    ...(known ? [] : [{ path: ["sources", "ons-2018"], to: ONS_SOURCE }]),
    { path: ["place"], to: place },
    { path: ["population"], to: FROM_TABLE },
  ];
}

/** The bands that the form asks for. */
const BANDS = ["16-64", "65+"] as const;
/** England's growth from 2023 to 2035 by those bands, of a place of 80,000 adults: what is taken until one's own are there. */
const EXAMPLE = { now: [60_000, 20_000], later: [61_000, 25_000] } as const;

/** Changes that ask for the people by age, in the years around the calendar. */
export function byAge(record: PlaceRecord): TextEdit[] {
  const [base = 2024, until = 2035] = ["base", "until"].map((key) =>
    Number(String(record.at(["calendar", key])).slice(0, 4)),
  );
  const people = (numbers: readonly number[]) => Object.fromEntries(BANDS.map((band, i) => [band, numbers[i]]));
  return [
    {
      path: ["population"],
      to: {
        date: "06-30",
        note: "ASSUMED: an example that grows as England",
        people: { [base - 1]: people(EXAMPLE.now), [until]: people(EXAMPLE.later) },
      },
    },
  ];
}
