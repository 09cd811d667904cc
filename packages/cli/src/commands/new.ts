import { join } from "node:path";
import type { Command } from "commander";
import { idOf, schemaLine, writeNew } from "../files/new-place.ts";
import { checksText, systemText } from "../files/scaffold.ts";
import type { Terminal } from "../terminal.ts";
import { called } from "../text/called.ts";

export function addNew(program: Command, terminal: Terminal): void {
  program
    .command("new")
    .description("Writes a commented system with example numbers and its checks, to start a place of your own from.")
    .argument("<place>", 'the name of the place, such as "Isle of Wight"')
    .option("--dir <folder>", "the folder to make it in", "scenarios")
    .option("--id <id>", "its id and the name of its folder, when the place's name does not make one")
    .action(async (place: string, { dir, id: given }: { dir: string; id?: string }) => {
      const id = idOf(place, given);
      const folder = join(dir, id);
      const scaffold = { id, place, schemaLine: (name: string) => schemaLine(name, folder) };
      const files = { "system.yaml": systemText(scaffold), "checks.yaml": checksText(scaffold) };
      for (const path of await writeNew(folder, files)) terminal.out(`Written: ${path}`);
      const system = join(folder, "system.yaml");
      terminal.out(
        [
          "",
          "It runs as it is, on example numbers. Look, then replace them one by one:",
          `  ${called()} run ${system} --out ${join("out", id)}`,
          `  ${called()} check ${folder}`,
          `  ${called()} explain ${system}`,
        ].join("\n"),
      );
    });
}
