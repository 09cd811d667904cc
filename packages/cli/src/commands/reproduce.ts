import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { type MadeAgain, reproduceRun } from "../files/reproduced.ts";
import type { RunRecord } from "../files/run-record.ts";
import { SAME_NUMBER } from "../files/same-text.ts";
import { verifyFolder } from "../files/verified.ts";
import type { Outcome, RunAgain } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { clippedTitle, wrappedText } from "../text/columns.ts";
import { versions } from "../versions.ts";
import { checkedFolder, madeText } from "./verify.ts";

export function addReproduce(command: Command, terminal: Terminal, outcome: Outcome, again: RunAgain): void {
  command
    .argument("<folder>", "the folder that --out named")
    .option("--json", "print the answer as JSON")
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { record } = verifyFolder(checkedFolder(folder), folder);
      terminal.progress?.("Making the run again …");
      try {
        const files = await reproduceRun(folder, record, again);
        const same = isSameVersion(record);
        const fine = files.every(({ agree }) => agree === "exact" || (agree === "close" && !same));
        terminal.progress?.("");
        terminal.out(
          json ? JSON.stringify({ reproduced: fine, sameVersion: same, files }, null, 2) : textOf(record, files),
        );
        if (!fine) outcome.exitCode = EXIT.checkFailed;
      } finally {
        terminal.progress?.("");
      }
    });
}

/** Whether bytes have to be the same: other versions of Node round some functions differently in the last digit. */
function isSameVersion({ versions: theirs }: RunRecord): boolean {
  const ours = versions();
  const major = (node: string) => node.split(".")[0];
  return theirs.cadre === ours.cadre && theirs.cli === ours.cli && major(theirs.node) === major(ours.node);
}

const WIDEST = 40;

function textOf(record: RunRecord, files: readonly MadeAgain[]): string {
  const count = (agree: MadeAgain["agree"]) => files.filter((file) => file.agree === agree).length;
  const [exact, close] = [count("exact"), count("close")];
  const lines =
    exact === files.length
      ? [`All ${files.length} files came out the same, byte for byte.`]
      : [
          `${exact} of ${files.length} files came out the same, byte for byte.`,
          ...(close > 0 ? [`${close} differ by less than ${SAME_NUMBER} of a number's size.`] : []),
        ];
  const different = files.filter(({ agree }) => agree === "no");
  const ours = versions();
  return [
    ...lines.map((line) => wrappedText(line)),
    ...different.map(
      ({ path, line, column, was = "", is = "" }) =>
        `  differs  ${path}${line === undefined ? "" : ` line ${line}, column ${column}`}${was + is === "" ? "" : `: ${clippedTitle(was, WIDEST)} then, ${clippedTitle(is, WIDEST)} now`}`,
    ),
    ...(isSameVersion(record)
      ? []
      : [wrappedText(`It was made by another version; this is cadre ${ours.cadre} on Node ${ours.node}.`)]),
    "",
    ...madeText(record),
  ].join("\n");
}
