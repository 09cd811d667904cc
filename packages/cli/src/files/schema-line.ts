import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { CadreError } from "cadre";
import type { jsonSchemas } from "cadre/schemas";
import { parse } from "yaml";
import { schemaFile } from "../versions.ts";

/** The name of the schema of a kind of file. */
export type SchemaName = keyof ReturnType<typeof jsonSchemas>;

/** Keys that a kind of file has and the kinds below it have not. */
const TELLING: readonly (readonly [SchemaName, readonly string[]])[] = [
  ["checks", ["checks"]],
  ["assurance", ["assures"]],
  ["plan", ["objective"]],
  ["staffing", ["years", "pools"]],
  ["system", ["pools"]],
  ["schedule", ["byAge"]],
  ["schedule", ["bySex"]],
  ["scenario", ["system"]],
  ["intervention", ["changes"]],
];

/** Which kind of file a text is. */
export function schemaOf(text: string, file: string): SchemaName {
  const content: unknown = parse(text, { logLevel: "silent" });
  const keys = content !== null && typeof content === "object" ? Object.keys(content) : [];
  const found = TELLING.find(([, wanted]) => wanted.every((key) => keys.includes(key)));
  if (found) return found[0];
  throw new CadreError({
    code: "unknown-file",
    message: "There is no schema for a file of this kind.",
    value: keys.length === 0 ? "no keys" : `the keys ${keys.slice(0, 6).join(", ")}`,
    rule: "A file of Cadre: a system, a scenario, an intervention, checks, a plan and so on.",
    fix: "Leave it out.",
    file,
  });
}

const line = (schema: string, folder: string): string =>
  `${NAMES}${relative(resolve(folder), resolve(schema)).split(sep).join("/")}`;

const NAMES = "# yaml-language-server: $schema=";
const SAYS_HOW = "# An editor can check this file as you type";

/** The first line by which an editor finds the schema that a command has written into `schemas`. */
export const schemaLine = (name: SchemaName, schemas: string, folder: string): string =>
  line(join(schemas, `${name}.schema.json`), folder);

/**
 * The first line by which an editor finds the installed schema, where that lies in the same project; a path across the
 * machine would hold on no other, and the line says how to get a schema instead.
 */
export function installedSchemaLine(name: SchemaName, folder: string): string {
  const linked = join("node_modules", "cadre", "schema", `${name}.schema.json`);
  // The link stays the same when the library is updated; the folder it leads to need not.
  const here = existsSync(linked) ? linked : relative(process.cwd(), schemaFile(name));
  const outside = here.startsWith("..") || relative(process.cwd(), folder).startsWith("..");
  return outside || !existsSync(here)
    ? `${SAYS_HOW}: \`cadre schema --out schema FILE\` makes what it needs and names it here.`
    : line(here, folder);
}

/** A file's text under a first line that names its schema, in place of one that was there. */
export function underSchemaLine(text: string, first: string): string {
  const [old = ""] = text.split("\n", 1);
  const rest = old.startsWith(NAMES) || old.startsWith(SAYS_HOW) ? text.slice(old.length + 1) : text;
  return `${first}\n${rest}`;
}
