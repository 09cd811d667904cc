import type { BookSheet } from "@cadre/workbook";
import type { BoardPack, PackPage } from "../pack/pack.ts";
import { ABOUT_NO_VALUE, prose, sentences, subtitle, title } from "./cells.ts";
import type { Publication } from "./publication.ts";
import { wordsSheet } from "./table-sheet.ts";

/** Width in characters of a column of sentences. */
const WIDE = 90;
const TO_FILL_IN = "(to be filled in before this workbook is handed on)";

/** What the workbook is, what it holds, and who answers for it. */
export function coverSheet(
  pack: BoardPack,
  { madeBy, contact, date, licence }: Publication,
  counted: string,
): BookSheet {
  const part = (name: string, ...texts: string[]) => [[subtitle(name)], ...texts.map((text) => [prose(text)])];
  return {
    name: "Cover",
    rows: [
      [title(pack.title)],
      [prose(pack.subtitle)],
      ...part("What it holds", counted, pack.pages[0]?.title ?? ""),
      ...part(
        "Who made it",
        madeBy ?? TO_FILL_IN,
        "The figures were worked out with Cadre, a simulation of workforce supply and demand.",
      ),
      ...part("Date", date ?? TO_FILL_IN),
      ...part("Contact", contact ?? TO_FILL_IN),
      ...part("Licence", licence ?? TO_FILL_IN, "Figures taken from others keep the licence of their source."),
      ...part("Sources", ...sentences(pack.source)),
      ...part(
        "How to read it",
        "Every sheet has its title in the first cell, what it holds below, and at most one table, which begins in the first column.",
        "Numbers are not rounded; the cells show them rounded. Gaps, sums and differences are formulas.",
        ABOUT_NO_VALUE,
      ),
    ],
    widths: [WIDE],
  };
}

/** What the contents tell of a sheet. */
export interface Entry {
  readonly sheet: string;
  readonly kind: "Words" | "Table" | "Chart";
  readonly about: string;
  readonly table: string;
}

/** Every sheet with a link to it. */
export function contentsSheet(entries: readonly Entry[]): BookSheet {
  return wordsSheet(
    {
      sheet: "Contents",
      table: "Contents",
      about: "Contents",
      holds: "This sheet holds one table: every sheet that follows, with a link to it.",
    },
    ["Sheet", "Kind", "What it holds", "Name of its table"],
    entries.map(({ sheet, kind, about, table }) => [
      { text: sheet, link: `#${sheet}` },
      { text: kind },
      { text: about },
      { text: table },
    ]),
    [36, 10, WIDE, 36],
  );
}

/** What the pages say in words. */
export function findingsSheet(pages: readonly PackPage[]): BookSheet {
  const rows = pages.flatMap(({ about, title: finding, text, points }) => [
    [about, "Finding", finding],
    ...sentences(text).map((sentence) => [about, "How to read it", sentence]),
    ...points.map((point) => [about, "Detail", point]),
  ]);
  return wordsSheet(
    {
      sheet: "Findings",
      table: "Findings",
      about: "Findings",
      holds: "This sheet holds one table: what each part of the workbook finds, in words.",
    },
    ["Part", "Kind", "Statement"],
    rows.map((row) => row.map((text) => ({ text }))),
    [28, 16, WIDE],
  );
}

/** What has to be known to read the figures, numbered. */
export function notesSheet(pack: BoardPack): BookSheet {
  const notes = [
    ["All sheets", ABOUT_NO_VALUE],
    ...pack.pages.flatMap(({ about, notes: said }) => said.map((note) => [about, note])),
    ...sentences(pack.source).map((sentence) => ["All sheets", sentence]),
  ];
  return wordsSheet(
    {
      sheet: "Notes",
      table: "Notes",
      about: "Notes",
      holds: "This sheet holds one table: what has to be known to read the figures.",
    },
    ["Note", "Part", "Text"],
    notes.map((note, i) => [`Note ${i + 1}`, ...note].map((text) => ({ text }))),
    [10, 28, WIDE],
  );
}
