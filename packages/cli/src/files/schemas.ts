import { publishOrSay } from "../publish/publish-or-say.ts";

/** A schema as the text of its file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Writes each schema as `<name>.schema.json`, all or none, and returns the names of the files. */
export async function writeSchemas(folder: string, schemas: Readonly<Record<string, object>>): Promise<string[]> {
  const files = new Map(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, schemaText(schema)] as const),
  );
  const names = [...files.keys()];
  await publishOrSay("schemas", { folder, files, replaceable: () => names });
  return names;
}
