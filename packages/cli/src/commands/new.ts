import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { CadreError } from "cadre";
import type { Command } from "commander";
import { checksText, systemText } from "../files/scaffold.ts";
import { slug } from "../files/slug.ts";
import { codeOf } from "../publish/file-system.ts";
import { publish } from "../publish/publish.ts";
import type { Terminal } from "../terminal.ts";
import { called } from "../text/called.ts";
import { schemaFile } from "../versions.ts";

export function addNew(program: Command, terminal: Terminal): void {
  program
    .command("new")
    .description("Writes a commented system with example numbers and its checks, to start a place of your own from.")
    .argument("<place>", 'the name of the place, such as "Isle of Wight"')
    .option("--dir <folder>", "the folder to make it in", "scenarios")
    .option("--id <id>", "its id and the name of its folder, when the place's name does not make one")
    .action(async (place: string, { dir, id }: { dir: string; id?: string }) => {
      const folder = join(dir, idOf(place, id));
      for (const path of await makePlace(place, folder, idOf(place, id))) terminal.out(`Written: ${path}`);
      const system = join(folder, "system.yaml");
      terminal.out(
        [
          "",
          "It runs as it is, on example numbers. Look, then replace them one by one:",
          `  ${called()} run ${system} --out ${join("out", idOf(place, id))}`,
          `  ${called()} check ${folder}`,
          `  ${called()} explain ${system}`,
        ].join("\n"),
      );
    });
}

function idOf(place: string, given: string | undefined): string {
  const id = given ?? slug(place);
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
  throw new CadreError({
    code: "bad-id",
    message: given === undefined ? "This name makes no id." : "This is not an id.",
    value: given ?? place,
    rule: "An id is lower-case words joined by hyphens, beginning with a letter, such as isle-of-wight.",
    fix: "Give one with --id.",
  });
}

async function makePlace(place: string, folder: string, id: string): Promise<string[]> {
  const scaffold = { id, place, schemaLine: (name: string) => schemaLine(name, folder) };
  const files = { "system.yaml": systemText(scaffold), "checks.yaml": checksText(scaffold) };
  for (const name of Object.keys(files))
    if (existsSync(join(folder, name))) throw cannotMake(join(folder, name), "There is such a file already.");
  try {
    await publish({ folder, files: new Map(Object.entries(files)), replaceable: () => [] });
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof CadreError || code === undefined) throw error;
    throw cannotMake(folder, `The files cannot be written here (${code}).`);
  }
  return Object.keys(files).map((name) => join(folder, name));
}

const cannotMake = (path: string, message: string): CadreError =>
  new CadreError({
    code: "cannot-write",
    message,
    value: path,
    rule: "`cadre new` makes new files and replaces none.",
    fix: "Choose another name, or another folder with --dir.",
  });

/** Names the installed schema when it lies in the same project; a path across the machine would hold on no other. */
function schemaLine(name: string, folder: string): string {
  const here = relative(process.cwd(), schemaFile(name));
  if (here.startsWith("..") || !existsSync(schemaFile(name)) || relative(process.cwd(), folder).startsWith(".."))
    return "# An editor can check this file as you type: `cadre schema --out schema` makes what it needs and says how.";
  return `# yaml-language-server: $schema=${relative(folder, here).split(sep).join("/")}`;
}
