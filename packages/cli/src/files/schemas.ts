import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CadreError } from "cadre";

/** A schema as the text of its file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Writes each schema as `<name>.schema.json` and returns the names of the files. */
export function writeSchemas(folder: string, schemas: Readonly<Record<string, object>>): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return Object.entries(schemas).map(([name, schema]) => {
      const file = `${name}.schema.json`;
      writeFileSync(join(folder, `.${file}`), schemaText(schema));
      renameSync(join(folder, `.${file}`), join(folder, file));
      return file;
    });
  } catch (error) {
    throw new CadreError({
      code: "cannot-write",
      message: "The schemas cannot be written here.",
      value: folder,
      rule: "--out names a folder that can be made or written to.",
      fix: `Name another folder (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`,
    });
  }
}
