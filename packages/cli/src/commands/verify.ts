import { statSync } from "node:fs";
import { CadreError } from "cadre";
import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import type { RunRecord } from "../files/run-record.ts";
import { type FolderCheck, verifyFolder } from "../files/verified.ts";
import type { Outcome } from "../outcome.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";

export function addVerify(command: Command, terminal: Terminal, outcome: Outcome): void {
  command
    .argument("<folder>", "the folder that --out named")
    .option("--project <folder>", "the project whose inputs are compared with those of the run", ".")
    .option("--json", "print the answer as JSON")
    .action((folder: string, { project, json }: { project: string; json?: boolean }) => {
      const found = verifyFolder(checkedFolder(folder), project);
      const fine = [found.edited, found.missing, found.since].every((names) => names.length === 0);
      terminal.out(json ? JSON.stringify(asData(found, fine), null, 2) : textOf(folder, found));
      if (!fine) outcome.exitCode = EXIT.checkFailed;
    });
}

/** A folder that is there. */
export function checkedFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new CadreError({
    code: "missing-folder",
    message: "There is no such folder.",
    value: folder,
    rule: "The folder that a run wrote.",
    fix: "Name the folder that --out named.",
  });
}

const asData = ({ record, edited, missing, others, since }: FolderCheck, unchanged: boolean) => ({
  ...{ unchanged, fingerprint: record.fingerprint, command: record.command },
  ...{ edited, missing, notOfTheRun: others, inputsChangedSince: since },
});

function textOf(folder: string, { record, edited, missing, others, since }: FolderCheck): string {
  const count = record.outputs.length + 1;
  const lost = edited.length + missing.length;
  const list = (word: string, names: readonly string[]) => names.map((name) => `  ${word.padEnd(9)}${name}`);
  return [
    wrappedText(
      lost === 0
        ? `All ${count} files in ${folder} are as the run wrote them.`
        : `${lost} of ${count} files in ${folder} ${lost === 1 ? "is" : "are"} not as the run wrote ${lost === 1 ? "it" : "them"}:`,
    ),
    ...list("edited", edited),
    ...list("missing", missing),
    ...(since.length === 0
      ? []
      : [
          wrappedText("Inputs that have changed in the project since; the results are of the old ones:"),
          ...list("changed", since),
        ]),
    ...(others.length === 0 ? [] : [wrappedText("Files here that the run did not write:"), ...list("other", others)]),
    ...["", ...madeText(record)],
  ].join("\n");
}

/** How a run was made, line by line. */
export function madeText({ command, versions, code, machine, fingerprint, seed, draws }: RunRecord): string[] {
  const commit = code ? `, commit ${code.commit.slice(0, 12)}${code.changed ? " with changes" : ""}` : "";
  return [
    `Command      ${command}`,
    `Made by      cadre ${versions.cadre}${commit}, Node ${versions.node}, ${machine.platform} ${machine.architecture}`,
    ...(draws > 0 ? [`Draws        ${draws}, seed ${seed}`] : []),
    `Fingerprint  ${fingerprint}`,
  ];
}
