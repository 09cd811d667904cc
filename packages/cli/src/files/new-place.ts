import { existsSync } from "node:fs";
import { join } from "node:path";
import { slug } from "@cadre/sources";
import { CadreError } from "cadre";
import { codeOf } from "../publish/file-system.ts";
import { publish } from "../publish/publish.ts";

/** The id of a new place: the one given, or one made from its name. */
export function idOf(place: string, given: string | undefined): string {
  const id = given ?? slug(place);
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
  throw new CadreError({
    code: "bad-id",
    message: given === undefined ? "No id can be made from this name." : "This is not an id.",
    value: given ?? place,
    rule: "An id is lower-case words joined by hyphens, beginning with a letter, such as isle-of-wight.",
    fix: "Give one with --id.",
  });
}

/** Writes files that are not there yet, all or none, and returns their paths. */
export async function writeNew(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
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
    rule: "This command makes new files and replaces none.",
    fix: "Choose another name, or another folder with --dir.",
  });
