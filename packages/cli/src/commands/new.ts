import { join } from "node:path";
import type { PlaceContent } from "@cadre/sources";
import type { Command } from "commander";
import { parse } from "yaml";
import { idOf, writeNew } from "../files/new-place.ts";
import { writePlaceWorkbook } from "../files/place-workbook.ts";
import { checksText, systemText } from "../files/scaffold.ts";
import { installedSchemaLine, type SchemaName } from "../files/schema-line.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";

interface Options {
  readonly dir: string;
  readonly id?: string;
  readonly to?: string;
  readonly replace?: boolean;
}

export function addNew(command: Command, terminal: Terminal): void {
  command
    .argument("<place>", 'the name of the place, such as "Isle of Wight"')
    .option("--dir <folder>", "the folder to make it in", "scenarios")
    .option("--to <workbook>", "write a workbook to fill in, such as westshire.xlsx, instead of files")
    .option("--id <id>", "its id and folder name, if they cannot be made from the place's name")
    .option("--replace", "with --to: replace an existing workbook")
    .action(async (place: string, { dir, id: given, to, replace }: Options) => {
      const id = idOf(place, given);
      if (to !== undefined) {
        await makeWorkbook(to, place, id, replace === true);
        terminal.out(
          `Written: ${to}\n\nFill it in with Excel or LibreOffice, save it, and then:\n  ${calledAs()} import ${to}`,
        );
        return;
      }
      const folder = join(dir, id);
      const scaffold = { id, place, schemaLine: (name: SchemaName) => installedSchemaLine(name, folder) };
      const files = { "system.yaml": systemText(scaffold), "checks.yaml": checksText(scaffold) };
      for (const path of await writeNew(folder, files)) terminal.out(`Written: ${path}`);
      const system = join(folder, "system.yaml");
      terminal.out(
        [
          "",
          "It runs as it is, on example numbers. Look, then replace them one by one:",
          `  ${calledAs()} run ${system} --out ${join("out", id)}`,
          `  ${calledAs()} check ${folder}`,
          `  ${calledAs()} explain ${system}`,
        ].join("\n"),
      );
    });
}

/** The example numbers of a new place as a workbook. */
async function makeWorkbook(path: string, place: string, id: string, replace: boolean): Promise<void> {
  const content = parse(systemText({ id, place, schemaLine: () => "" })) as PlaceContent;
  await writePlaceWorkbook(path, place, content, replace);
}
