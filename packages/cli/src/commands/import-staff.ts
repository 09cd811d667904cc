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
import { idOf, writeNew } from "../files/new-place.ts";
import { installedSchemaLine } from "../files/schema-line.ts";
import { codeOf } from "../publish/file-system.ts";
import { proposalText, staffListText } from "../staff-list-text.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";
import { count } from "../text/options.ts";

interface Options {
  readonly place: string;
  readonly date: string;
  readonly columns: string;
  readonly since?: string;
  readonly before?: string;
  readonly sheet?: string;
  readonly threshold: number;
  readonly dir: string;
  readonly id?: string;
}

export function addImportStaff(command: Command, terminal: Terminal): void {
  command
    .command("staff")
    .description("Makes a system from a staff list: one row for each person or assignment, as CSV or XLSX.")
    .argument("<list>", "the staff list, such as staff.csv or staff.xlsx")
    .requiredOption("--place <name>", 'the name of the place, such as "Westshire"')
    .requiredOption("--date <day>", "the day the list shows, such as 2024-03-31")
    .option(
      "--columns <file>",
      "what its columns mean; written for you to check if there is no such file",
      "staff-columns.yaml",
    )
    .option("--since <day>", "the first day from which the list has all leavers, or the day of --before")
    .option("--before <list>", "an earlier list, if the list holds no leavers")
    .option("--sheet <name>", "the sheet of a workbook that has several")
    .option("--threshold <number>", "put counts below it together with others; 1 shows all", count, 5)
    .option("--dir <folder>", "the folder to make the place in", "scenarios")
    .option("--id <id>", "its id and folder name, if they cannot be made from the place's name")
    .action(async (list: string, options: Options) => {
      const id = idOf(options.place, options.id);
      const content = bytesOf(list);
      if (existsSync(options.columns)) await importList(list, content, id, options, terminal);
      else await propose(list, content, options, terminal);
    });
}

async function propose(list: string, content: Uint8Array, options: Options, terminal: Terminal): Promise<void> {
  const proposal = proposeColumns(content, {
    file: list,
    threshold: options.threshold,
    ...(options.sheet !== undefined && { sheet: options.sheet }),
  });
  const { columns: path } = options;
  await writeNew(dirname(path), { [basename(path)]: staffColumnsText(proposal.columns) });
  terminal.out(proposalText(proposal));
  terminal.out(`\nWritten: ${path}\n\nRead it through and correct it. Then give the same command again.`);
}

async function importList(
  file: string,
  content: Uint8Array,
  id: string,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const columns: StaffColumns = parseStaffColumns(new TextDecoder().decode(bytesOf(options.columns)), options.columns);
  const { place, date, since, before, threshold, dir } = options;
  const list: StaffList = readStaffList(content, {
    columns,
    file,
    asOf: date,
    threshold,
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before: { content: bytesOf(before), file: before } }),
    progress: (done, of) => terminal.progress?.(`Reading row ${done} of ${of} …`),
  });
  terminal.progress?.("");
  const folder = join(dir, id);
  const files = {
    "system.yaml": staffSystemText(list, { id, place, schemaLine: installedSchemaLine("system", folder) }),
    "staff-list.csv": staffListCsv(list),
    "rows-left-out.csv": leftOutCsv(list),
  };
  const written = await writeNew(folder, files);
  terminal.out(`${staffListText(list)}\n`);
  for (const path of written) terminal.out(`Written: ${path}`);
  terminal.out(`\nIt runs as it is:\n  ${calledAs()} run ${join(folder, "system.yaml")} --out ${join("out", id)}`);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CadreError({
      code: "cannot-read",
      message: "The file cannot be read.",
      value: path,
      rule: `It is there and may be read (${codeOf(error) ?? "unknown"}).`,
      fix: "Check the path.",
    });
  }
}
