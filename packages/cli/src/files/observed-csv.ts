import { csvText } from "cadre/tables";
import { type HeldAgainst, insideWord } from "../observed.ts";

const HEADINGS = ["scenario", "date", "pool", "measure", "observed", "projected", "difference", "inside"] as const;

/** `observed-against.csv`: figures counted since, each beside what was projected for its day or year. */
export const observedCsv = (rows: readonly HeldAgainst[]): string =>
  csvText(
    HEADINGS,
    rows.map(({ inside, ...row }) => ({ ...row, inside: insideWord(inside) })),
  );
