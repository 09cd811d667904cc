import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlaceContent } from "@cadre/sources";
import { parseScenario, parseSystem } from "cadre";
import type { Command } from "commander";
import { parse } from "yaml";
import { placeFolder, scenarioFiles } from "../files/find-scenarios.ts";
import { filesOf, writePlaceWorkbook } from "../files/place-workbook.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";

export function addExport(command: Command, terminal: Terminal): void {
  command
    .argument("<place>", "a folder with a system, or the name of one below scenarios/")
    .requiredOption("--to <workbook>", "the workbook to write, such as westshire.xlsx")
    .option("--replace", "replace an existing workbook")
    .action(async (place: string, { to, replace }: { to: string; replace?: boolean }) => {
      const folder = placeFolder(place);
      const file = join(folder, "system.yaml");
      const text = readFileSync(file, "utf8");
      // A file with a mistake is told as such, not carried over.
      const system = parseSystem(text, { file, files: filesOf(folder) });
      const scenarios = [...scenarioFiles(folder)].map(([id, path]) => {
        const own = readFileSync(path, "utf8");
        parseScenario(own, { file: path, files: filesOf(folder) });
        const { cadre: _cadre, id: _id, system: _system, ...rest } = parse(own) as PlaceContent;
        return [id, rest] as const;
      });
      const content = { ...(parse(text) as PlaceContent), scenarios: Object.fromEntries(scenarios) };
      await writePlaceWorkbook(to, system.place, content, replace === true);
      terminal.out(`Written: ${to}\n\nWhen it is changed and saved:\n  ${calledAs()} import ${to} --replace`);
    });
}
