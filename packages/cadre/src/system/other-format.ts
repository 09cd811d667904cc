type Said = { code: string; message: string; value: string; rule: string; fix: string };

/** How workbooks begin: those of today (.xlsx, .ods) are zip files; the older ones (.xls) have a mark of their own. */
const WORKBOOKS = ["PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0"];

/** That a file is a workbook, from its first signs; undefined when it does not begin like one. */
export function workbookInstead(start: string): Said | undefined {
  if (!WORKBOOKS.some((mark) => start.startsWith(mark))) return undefined;
  return {
    code: "workbook",
    message: "This is a workbook (such as .xlsx or .ods), but a text file is needed here.",
    value: start.startsWith("PK") ? "a file that begins with PK" : "an .xls file",
    rule: "A table is a CSV file; a system, a scenario and checks are YAML.",
    fix: 'Open it in Excel or LibreOffice and save the sheet with "Save as", CSV. `cadre import` reads a workbook that `cadre new --to` or `cadre export` wrote.',
  };
}

/** That other signs than commas stand between the cells of a table with this header; undefined when none do. */
export function otherSeparator([first, second]: readonly string[]): Said | undefined {
  if (first === undefined || second !== undefined || !/[;\t]/.test(first)) return undefined;
  return {
    code: "other-separator",
    message: `The cells of this table are separated by ${first.includes(";") ? "semicolons" : "tabs"}.`,
    value: first.slice(0, 60),
    rule: "A table is a text file whose cells are separated by commas (CSV), with the names of the columns in its first line.",
    fix: "Save it again as CSV with commas; write decimals with a point.",
  };
}
