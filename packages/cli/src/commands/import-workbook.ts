import { join } from "node:path";
import type { Command } from "commander";
import { filesOf, readBytes, writePlace } from "../files/place-workbook.ts";
import { installedSchemaLine, schemaOf, underSchemaLine } from "../files/schema-line.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";

interface Options {
  readonly dir: string;
  readonly replace?: boolean;
}

/** `cadre import westshire.xlsx`: what the command does that also has other ways of importing below it. */
export function addImportWorkbook(command: Command, terminal: Terminal): void {
  command
    .argument("<workbook>", "a workbook that `cadre new … --to` or `cadre export` has made")
    .option("--dir <folder>", "the folder to make the place in", "scenarios")
    .option("--replace", "replace existing files of the place")
    .action(async (workbook: string, { dir, replace }: Options) => {
      const { readPlaceBook } = await import("@cadre/sources");
      // The tables it names are looked for from a folder beside those of other places.
      const { id, system, scenarios } = readPlaceBook(readBytes(workbook), workbook, filesOf(join(dir, "place")));
      const folder = join(dir, id);
      const files = new Map(
        [["system.yaml", system] as const, ...scenarios].map(([name, text]) => [
          name,
          underSchemaLine(text, installedSchemaLine(schemaOf(text, name), folder)),
        ]),
      );
      for (const path of await writePlace(folder, files, replace === true)) terminal.out(`Written: ${path}`);
      terminal.out(
        ["", "Look at it:", `  ${calledAs()} run ${join(folder, "system.yaml")} --out ${join("out", id)}`].join("\n"),
      );
    });
}
