import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { PlaceContent } from "@cadre/sources";
import { CadreError } from "cadre";
import { projectFolder } from "cadre/node";
import { codeOf } from "../publish/file-system.ts";
import { publish } from "../publish/publish.ts";
import { refuseExisting, writeTarget } from "./targets.ts";

/** Writes a place as a workbook to be filled in; the code that makes workbooks is loaded only now. */
export async function writePlaceWorkbook(
  path: string,
  place: string,
  content: PlaceContent,
  replace: boolean,
): Promise<void> {
  if (!/\.xlsx$/i.test(path))
    throw new CadreError({
      code: "unknown-format",
      message: "A place can only be written as an Excel workbook.",
      value: path,
      rule: "The name of the file ends with .xlsx.",
      fix: `Name it ${path.replace(/\.[^./\\]*$/, "")}.xlsx.`,
    });
  refuseExisting({ path, kind: "xlsx" }, replace);
  const [{ writeXlsx }, { placeBook }, { COLOURS }] = await Promise.all([
    import("@cadre/workbook"),
    import("@cadre/sources"),
    import("@cadre/charts"),
  ]);
  const hex = (colour: string): string => colour.replace("#", "").toUpperCase();
  const colours = { link: hex(COLOURS.supply), grid: hex(COLOURS.grid), ground: hex(COLOURS.wash) };
  await writeTarget(path, writeXlsx(placeBook(place, content, colours)));
}

/** Reads the tables and schedules that the system of a folder names, whether it is there already or not. */
export function filesOf(folder: string) {
  const root = projectFolder(join(folder, "system.yaml"));
  return (path: string, from: "system" | "project"): { text: string } | undefined => {
    const wanted = resolve(from === "project" ? root : folder, path);
    if (!existsSync(wanted) || !statSync(wanted).isFile()) return undefined;
    const way = relative(realpathSync(root), realpathSync(wanted));
    return way === ".." || way.startsWith(`..${sep}`) ? undefined : { text: readFileSync(wanted, "utf8") };
  };
}

/** Puts the files of a place into its folder, all or none; those that are there already only if that is asked for. */
export async function writePlace(
  folder: string,
  files: ReadonlyMap<string, string>,
  replace: boolean,
): Promise<string[]> {
  const there = [...files.keys()].filter((name) => existsSync(join(folder, name)));
  if (there[0] !== undefined && !replace)
    throw cannotMake(
      join(folder, there[0]),
      "There is such a file already.",
      "Name another folder with --dir, or add --replace.",
    );
  try {
    await publish({ folder, files, replaceable: () => there });
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof CadreError || code === undefined) throw error;
    throw cannotMake(folder, `The files cannot be written here (${code}).`, "Choose another folder with --dir.");
  }
  return [...files.keys()].map((name) => join(folder, name));
}

const cannotMake = (path: string, message: string, fix: string): CadreError =>
  new CadreError({
    code: "cannot-write",
    message,
    value: path,
    rule: "A file of a place is replaced only if that is asked for.",
    fix,
  });

/** Reads a whole file; one that is not there is an error. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CadreError({
      code: "cannot-read",
      file: path,
      message: "This file cannot be read.",
      value: codeOf(error) ?? path,
      rule: "The file exists and may be read.",
      fix: `Check the name. Cadre looks for it in ${dirname(resolve(path))}.`,
    });
  }
}
