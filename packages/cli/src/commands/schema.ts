import { basename, dirname } from "node:path";
import { CadreError } from "cadre";
import { jsonSchemas } from "cadre/schemas";
import type { Command } from "commander";
import { readBytes } from "../files/place-workbook.ts";
import { schemaLine, schemaOf, underSchemaLine } from "../files/schema-line.ts";
import { schemaText, writeSchemas } from "../files/schemas.ts";
import { publishOrSay } from "../publish/publish-or-say.ts";
import type { Terminal } from "../terminal.ts";
import { calledAs } from "../text/called.ts";

export function addSchema(command: Command, terminal: Terminal): void {
  command
    .argument("[files...]", "with --out: files whose first line is to name their schema, for an editor")
    .option("--out <folder>", "write system.schema.json and the others there instead")
    .action(async (files: readonly string[], { out }: { out?: string }) => {
      const schemas = jsonSchemas();
      if (out === undefined) {
        if (files.length > 0) throw nowhere(files[0]!);
        terminal.out(schemaText(schemas).trimEnd());
        return;
      }
      const lined = files.map((file) => ({ file, text: withLine(file, out) }));
      const written = await writeSchemas(out, schemas);
      terminal.out(`Written to ${out}: ${written.join(", ")}.`);
      for (const { file, text } of lined) {
        const name = basename(file);
        const published = { folder: dirname(file), files: new Map([[name, text]]), replaceable: () => [name] };
        await publishOrSay("first line", published);
        terminal.out(`${file} names its schema on its first line.`);
      }
      if (files.length === 0)
        terminal.out(`To let files name their schema, for an editor:\n  ${calledAs()} schema --out ${out} FILE …`);
    });
}

/** A file's text under the line that names its schema. */
function withLine(file: string, out: string): string {
  const text = new TextDecoder().decode(readBytes(file));
  return underSchemaLine(text, schemaLine(schemaOf(text, file), out, dirname(file)));
}

const nowhere = (file: string): CadreError =>
  new CadreError({
    code: "no-folder",
    message: "A file can name a schema only where there is one.",
    value: file,
    rule: "--out names the folder that the schemas are written into.",
    fix: "Add --out schema, for example.",
  });
