import { existsSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { CadreError } from "cadre";
import { codeOf } from "../publish/file-system.ts";
import { publishFile } from "../publish/publish-file.ts";

/** Where a board pack is to go: a file of one kind, or a folder of pictures. */
export interface Target {
  readonly path: string;
  readonly kind: "pptx" | "xlsx" | "ods" | "pdf" | "html" | "folder";
}

const KINDS = ["pptx", "xlsx", "ods", "pdf", "html"] as const;

/** What a path asks for, by its ending; one that no board pack can be written as is an error. */
export function targetOf(path: string): Target {
  const ending = extname(path).slice(1).toLowerCase();
  const kind = KINDS.find((one) => one === ending);
  if (kind) return { path, kind };
  if (ending === "" || (existsSync(path) && statSync(path).isDirectory())) return { path, kind: "folder" };
  throw new CadreError({
    code: "unknown-format",
    message: `A board pack cannot be written as .${ending}.`,
    value: path,
    rule: `A file that ends with ${KINDS.map((one) => `.${one}`).join(", ")}, or a folder for the charts as SVG and PNG.`,
    fix: `Name a file such as ${basename(path, extname(path)) || "board"}.pptx.`,
  });
}

/** Refuses a file that is there already: somebody may have gone on working in it. */
export function refuseExisting({ path, kind }: Target, replace: boolean): void {
  if (kind === "folder" || !existsSync(path)) return;
  if (replace && !statSync(path).isDirectory()) return;
  throw new CadreError({
    code: "file-in-the-way",
    message: "This exists already.",
    value: path,
    rule: "A board pack replaces a file only if you ask for it, because somebody may have edited the file.",
    fix: "Name another file, or add --replace.",
  });
}

/** Writes a file whole or not at all. */
export async function writeTarget(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await publishFile(path, content);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new CadreError({
      code: "cannot-write",
      message: "The board pack cannot be written here.",
      value: path,
      rule: `--to names a file that can be made or written to (${code}).`,
      fix: "Name another place, or change who may write to this one.",
    });
  }
}
