import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { checkPath } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { readDocument } from "../system/document.ts";

/**
 * The folder that the paths in a system file may not leave: the nearest one above it that holds a `data` folder, or
 * else its own. Returns an absolute path.
 *
 * @example
 * ```ts
 * import { projectFolder } from "cadre/node";
 * projectFolder("scenarios/cumbria/system.yaml"); // the folder that holds `data` and `scenarios`
 * ```
 */
export function projectFolder(file: string): string {
  checkPath(file);
  const own = dirname(resolve(file));
  // The root of the disk is never a project, though many machines have a /data.
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "data"))) return folder;
  return own;
}

/** The path of the system that another file names in `system`, from the working folder; it may not leave the project. */
export function systemNamed(text: string, path: string, named: string): string {
  const file = resolve(path);
  const wanted = resolve(dirname(file), named);
  const document = readDocument(text, path);
  const fail = (code: string, message: string, rule: string, fix: string) =>
    new CadreError({
      code,
      file: path,
      ...document.place(["system"]),
      path: "system",
      message,
      value: named,
      rule,
      fix,
    });
  const root = realpathSync(projectFolder(file));
  const there = existsSync(wanted);
  if (!within(root, there ? realpathSync(wanted) : join(realpathSync(dirname(file)), named)))
    throw fail(
      "path-outside",
      "This path leaves the project folder.",
      INSIDE,
      "Put the system inside the project and correct the path.",
    );
  if (!there)
    throw fail(
      "missing-file",
      "The system is not there.",
      "A path is relative to the file that names it.",
      "Correct the path, or put the system there.",
    );
  return join(dirname(path), named);
}

const INSIDE = "Files are read only from the folder that holds `data`, or the file's own folder.";

export const outsideOf = (file: string, path: string): CadreError =>
  new CadreError({
    code: "path-outside",
    file,
    message: "This path leaves the project folder.",
    value: path,
    rule: INSIDE,
    fix: "Put the file inside the project and correct the path.",
  });

export const within = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === "" || (!way.startsWith(`..${sep}`) && way !== ".." && resolve(root, way) === path);
};
