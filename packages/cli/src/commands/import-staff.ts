import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  leftOutCsv,
  parseStaffColumns,
  proposeColumns,
  readStaffList,
  type StaffColumns,
  type StaffList,
  staffColumnsText,
  staffListCsv,
  staffSystemText,
} from "@cadre/sources";
import { CadreError } from "cadre";
import type { Command } from "commander";
import { idOf, schemaLine, writeNew } from "../files/new-place.ts";
import { codeOf } from "../publish/file-system.ts";
import { proposalText, staffListText } from "../staff-list-text.ts";
import type { Terminal } from "../terminal.ts";
import { called } from "../text/called.ts";
import { count } from "../text/options.ts";

interface Options {
  readonly place: string;
  readonly date: string;
  readonly columns: string;
  readonly since?: string;
  readonly before?: string;
  readonly threshold: number;
  readonly dir: string;
  readonly id?: string;
}

export function addImportStaff(command: Command, terminal: Terminal): void {
  command
    .command("staff")
    .description("Makes a system from a staff list: one row for each person or assignment, as CSV.")
    .argument("<list>", "the staff list, such as staff.csv")
    .requiredOption("--place <name>", 'the name of the place, such as "Westshire"')
    .requiredOption("--date <day>", "the day the list shows, such as 2024-03-31")
    .option(
      "--columns <file>",
      "what its columns mean; written for you to check if there is no such file",
      "staff-columns.yaml",
    )
    .option("--since <day>", "the day from which on the list holds all leavers, or the day of --before")
    .option("--before <list>", "an earlier list, if the list holds no leavers")
    .option("--threshold <number>", "put counts below it together with others; 1 shows all", count, 5)
    .option("--dir <folder>", "the folder to make the place in", "scenarios")
    .option("--id <id>", "its id and the name of its folder, when the place's name does not make one")
    .action(async (list: string, options: Options) => {
      const id = idOf(options.place, options.id);
      const text = textOf(list);
      if (existsSync(options.columns)) await importList(list, text, id, options, terminal);
      else await propose(list, text, options, terminal);
    });
}

async function propose(list: string, text: string, options: Options, terminal: Terminal): Promise<void> {
  const proposal = proposeColumns(text, { file: list, threshold: options.threshold });
  const { columns: path } = options;
  await writeNew(dirname(path), { [basename(path)]: staffColumnsText(proposal.columns) });
  terminal.out(proposalText(proposal));
  terminal.out(`\nWritten: ${path}\n\nRead it through and correct it. Then give the same command again.`);
}

async function importList(file: string, text: string, id: string, options: Options, terminal: Terminal): Promise<void> {
  const columns: StaffColumns = parseStaffColumns(textOf(options.columns), options.columns);
  const { place, date, since, before, threshold, dir } = options;
  const list: StaffList = readStaffList(text, {
    columns,
    file,
    asOf: date,
    threshold,
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before: { text: textOf(before), file: before } }),
    progress: (done, of) => terminal.progress?.(`Reading row ${done} of ${of} …`),
  });
  terminal.progress?.("");
  const folder = join(dir, id);
  const files = {
    "system.yaml": staffSystemText(list, { id, place, schemaLine: schemaLine("system", folder) }),
    "staff-list.csv": staffListCsv(list),
    "rows-left-out.csv": leftOutCsv(list),
  };
  const written = await writeNew(folder, files);
  terminal.out(`${staffListText(list)}\n`);
  for (const path of written) terminal.out(`Written: ${path}`);
  terminal.out(`\nIt runs as it is:\n  ${called()} run ${join(folder, "system.yaml")} --out ${join("out", id)}`);
}

/** A list as its bytes say: UTF-8, or the older coding that Excel still writes, in which every byte is a letter. */
function textOf(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new CadreError({
      code: "cannot-read",
      message: "The file cannot be read.",
      value: path,
      rule: `It is there and may be read (${codeOf(error) ?? "unknown"}).`,
      fix: "Check the path.",
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
