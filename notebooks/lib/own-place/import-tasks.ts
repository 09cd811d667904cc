import {
  leftOutCsv,
  parseStaffColumns,
  proposeColumns,
  ROW_FAULTS,
  readStaffList,
  type StaffColumns,
  type StaffProposal,
  staffColumnsText,
  staffListCsv,
  staffSystemText,
} from "@cadre/sources";

/** What a file turned out to be, with as much of it as the page needs to ask what is open. */
export type Look =
  | { readonly kind: "system"; readonly text: string }
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "columns"; readonly columns: StaffColumns }
  | { readonly kind: "staff"; readonly proposal: StaffProposal };

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

/** So many rows are shown; all of them are in the file to take away. */
const SHOWN = 50;

type Told = (done: number, of: number) => void;

/** What the page asks of the worker that reads files. The file comes by reference and is read here, away from the page. */
export const importTasks = {
  look: async (file: File): Promise<Look> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const text = isBook ? "" : new TextDecoder().decode(bytes);
    if (/\.(ya?ml|json)$/i.test(file.name) || /^\s*"?pools"?\s*:/m.test(text))
      return /^columns\s*:/m.test(text) && !/^\s*"?pools"?\s*:\s*$/m.test(text)
        ? { kind: "columns", columns: parseStaffColumns(text, file.name) }
        : { kind: "system", text };
    if (/^\uFEFF?place,year,(sex,)?age,people\r?$/m.test(text)) return { kind: "table", text };
    return { kind: "staff", proposal: proposeColumns(bytes, { file: file.name }) };
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
