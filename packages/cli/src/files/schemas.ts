import { CadreError } from "cadre";
import { codeOf } from "../publish/file-system.ts";
import { publish } from "../publish/publish.ts";

/** A schema as the text of its file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Writes each schema as `<name>.schema.json`, all or none, and returns the names of the files. */
export async function writeSchemas(folder: string, schemas: Readonly<Record<string, object>>): Promise<string[]> {
  if (folder.trim() === "") throw cannotWrite(folder, "it is empty");
  const files = new Map(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, schemaText(schema)] as const),
  );
  const names = [...files.keys()];
  try {
    await publish({ folder, files, replaceable: () => names });
    return names;
  } catch (error) {
    const code = codeOf(error);
    throw error instanceof CadreError || code === undefined ? error : cannotWrite(folder, code);
  }
}

const cannotWrite = (folder: string, why: string): CadreError =>
  new CadreError({
    code: "cannot-write",
    message: "The schemas cannot be written here.",
    value: folder,
    rule: "--out names a folder that can be made or written to.",
    fix: `Name another folder (${why}).`,
  });
