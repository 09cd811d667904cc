import type { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { addImportStaff } from "./import-staff.ts";
import { addImportWorkbook } from "./import-workbook.ts";

export function addImport(program: Command, terminal: Terminal): void {
  const command = program.command("import").description("Makes the files of a place from figures you already have.");
  addImportWorkbook(command, terminal);
  addImportStaff(command, terminal);
}
