import {
  type Figures,
  leftOutCsv,
  type PeopleOfAge,
  parseStaffColumns,
  proposeColumns,
  ROW_FAULTS,
  readEstimates,
  readPlaceBook,
  readProjections,
  readStaffList,
  type StaffColumns,
  type StaffProposal,
  staffColumnsText,
  staffListCsv,
  staffSystemText,
  toPopulation,
} from "@cadre/sources";
import { CadreError } from "cadre";
import { readerOf, type Texts } from "../work/texts.ts";

/** What a file turned out to be, with as much of it as the page needs to ask what is open. */
export type FileLook =
  | { readonly kind: "system"; readonly text: string }
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "columns"; readonly columns: StaffColumns }
  | {
      readonly kind: "place";
      readonly text: string;
      readonly scenarios: readonly (readonly [file: string, text: string])[];
    }
  | { readonly kind: "population"; readonly areas: readonly string[]; readonly years: readonly [number, number] }
  | { readonly kind: "staff"; readonly proposal: StaffProposal };

/** People by age of a place, as the table that its system file names. */
export interface PeopleFound {
  readonly table: string;
  readonly source: Figures<PeopleOfAge>["source"];
  readonly notes: readonly string[];
}

/** What a staff list came to: counts of several people, nothing about one. */
export interface StaffFound {
  /** The text of a system made of it. */
  readonly text: string;
  readonly rows: { readonly read: number; readonly used: number; readonly leftOut: number };
  readonly pools: readonly StaffRow[];
  /** The first rows that could not be used, and how many there are of each kind. */
  readonly bad: readonly { readonly line: number; readonly column: string; readonly what: string }[];
  readonly badCounts: readonly { readonly what: string; readonly count: number }[];
  readonly notes: readonly string[];
  readonly files: { readonly left: string; readonly counts: string; readonly columns: string };
}

/** A group of staff of the list. */
export interface StaffRow {
  readonly title: string;
  readonly people: number;
  readonly fte: number;
  /** Undefined where they are too few to be shown. */
  readonly leavers: number | undefined;
  readonly rate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** How a list is to be read. */
export interface StaffAsked {
  readonly columns: StaffColumns;
  readonly asOf: string;
  readonly place: string;
}

/** Which people are wanted: of these areas together, under the name of the place. */
export interface PeopleAsked {
  readonly others: readonly File[];
  readonly areas: readonly string[];
  readonly place: string;
}

const BANDS = ["0-15", "16-64", "65-74", "75-84", "85+"];
/** What is said of a file that holds no people at all. */
const NO_PEOPLE = ["unknown-layout", "no-figures", "two-row-header"];

/** What a reader gives; nothing where it says that the file is of another kind. */
function unless<T>(codes: readonly string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CadreError && codes.includes(error.code)) return undefined;
    throw error;
  }
}

/** People of a file of projections, or else of one of estimates. */
function readPeople(bytes: Uint8Array, file: string): Figures<PeopleOfAge> {
  return (
    unless(["other-kind", "which-series"], () => readProjections(bytes, { file })) ?? readEstimates(bytes, { file })
  );
}

/** So many rows are shown; all of them are in the file to take away. */
const SHOWN = 50;

type Told = (done: number, of: number) => void;

/** What the page asks of the worker that reads files. The file comes by reference and is read here, away from the page. */
export const importTasks = {
  /** Finds out what a file is; `texts` are the tables that a system may name. */
  look: async (file: File, texts: Texts): Promise<FileLook> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const text = isBook ? "" : new TextDecoder().decode(bytes);
    if (/\.(ya?ml|json)$/i.test(file.name) || /^\s*"?pools"?\s*:/m.test(text))
      return /^columns\s*:/m.test(text) && !/^\s*"?pools"?\s*:\s*$/m.test(text)
        ? { kind: "columns", columns: parseStaffColumns(text, file.name) }
        : { kind: "system", text };
    if (/^\uFEFF?place,year,(sex,)?age,people\r?$/m.test(text)) return { kind: "table", text };
    const place = isBook ? unless(["not-a-place"], () => readPlaceBook(bytes, file.name, readerOf(texts))) : undefined;
    if (place) return { kind: "place", text: place.system, scenarios: [...place.scenarios] };
    const people = unless(NO_PEOPLE, () => readPeople(bytes, file.name));
    if (people) {
      const years = people.rows.map(({ year }) => year);
      const first = years.reduce((least, year) => Math.min(least, year));
      const last = years.reduce((most, year) => Math.max(most, year));
      return {
        kind: "population",
        areas: [...new Set(people.rows.map(({ area }) => area))].sort(),
        years: [first, last],
      };
    }
    return { kind: "staff", proposal: proposeColumns(bytes, { file: file.name }) };
  },

  /** Adds up the people of areas, out of one file or several: females and males are published apart. */
  people: async (file: File, { others, areas, place }: PeopleAsked): Promise<PeopleFound> => {
    const read = await Promise.all(
      [file, ...others].map(async (one) => readPeople(new Uint8Array(await one.arrayBuffer()), one.name)),
    );
    const rows = read.flatMap((one) => one.rows);
    const table = toPopulation(rows, place, { areas, bands: BANDS });
    const [{ source }] = read as [Figures<PeopleOfAge>];
    return { table, source, notes: [...new Set(read.flatMap(({ notes }) => notes))] };
  },

  staff: async (file: File, { columns, asOf, place }: StaffAsked, progress: Told): Promise<StaffFound> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const list = readStaffList(bytes, { columns, asOf, file: file.name, progress });
    const counts = new Map<string, number>();
    for (const { fault } of list.problems) counts.set(ROW_FAULTS[fault], (counts.get(ROW_FAULTS[fault]) ?? 0) + 1);
    return {
      text: staffSystemText(list, { id: "your-place", place }),
      rows: list.rows,
      pools: list.pools.map(({ title, headcount, fte, leaving }) => {
        const all = leaving.find(({ cause, by }) => cause === "all" && by === "all");
        return {
          title,
          people: headcount,
          fte,
          leavers: all?.leavers,
          rate: all?.rate,
          low: all?.low,
          high: all?.high,
        };
      }),
      bad: list.problems.slice(0, SHOWN).map(({ line, column, fault }) => ({ line, column, what: ROW_FAULTS[fault] })),
      badCounts: [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count),
      notes: list.notes,
      files: { left: leftOutCsv(list), counts: staffListCsv(list), columns: staffColumnsText(columns) },
    };
  },
};

export type ImportTasks = typeof importTasks;
