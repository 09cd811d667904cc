import type { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { addImportStaff } from "./import-staff.ts";
import { addImportWorkbook } from "./import-workbook.ts";

export function addImport(command: Command, terminal: Terminal): void {
  addImportWorkbook(command, terminal);
  addImportStaff(command, terminal);
}
