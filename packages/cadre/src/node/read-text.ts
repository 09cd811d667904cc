import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { CadreError } from "../error/cadre-error.ts";
import { tooLarge } from "../system/document-limits.ts";
import { workbookInstead } from "../system/other-format.ts";

/** A text file as it is on disk, and the SHA-256 of its bytes; `shown` is how errors name it. */
export function readText(file: string, shown: string, largest: number): { text: string; sha256: string } {
  const fail = (code: string, message: string, fix: string) =>
    new CadreError({
      code,
      file: shown,
      line: 1,
      column: 1,
      message,
      value: shown,
      rule: "The file is a text file that can be read.",
      fix,
    });
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw fail("not-a-file", "This is a folder, not a file.", "Name the system file in it.");
    // A device or a pipe may never end.
    if (!stat.isFile())
      throw fail(
        "not-a-file",
        "This is a device or a pipe, not a file on disk.",
        "Copy its contents into a file, and name that.",
      );
    if (stat.size > largest) throw tooLarge(stat.size, shown, largest);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof CadreError) throw error;
    throw fail("missing-file", "There is no such file, or it cannot be read.", "Correct the path.");
  }
  const workbook = workbookInstead(bytes.toString("latin1", 0, 4));
  if (workbook) throw new CadreError({ file: shown, line: 1, column: 1, ...workbook });
  if (bytes.includes(0))
    throw fail(
      "not-text",
      "This is not a text file in UTF-8.",
      "Name a text file; save it as UTF-8 if a program wrote it otherwise.",
    );
  return {
    text: decoded(bytes, shown),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** A letter of another encoding would turn into a question mark, in a name or a title, without a word. */
function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = bytes.toString("utf8").split("\uFFFD")[0]!.split("\n");
    const last = before.at(-1) ?? "";
    throw new CadreError({
      code: "not-utf8",
      file,
      line: before.length,
      column: last.length + 1,
      message: "This file contains a letter that is not in UTF-8.",
      value: `after "${last.slice(-40)}"`,
      rule: "A text file in UTF-8.",
      fix: "Save the file as UTF-8 (a spreadsheet calls it CSV UTF-8), then check that the letter is right.",
    });
  }
}
