import { jsonSchemas } from "cadre/schemas";
import type { Command } from "commander";
import { schemaText, writeSchemas } from "../files/schemas.ts";
import type { Terminal } from "../terminal.ts";

export function addSchema(command: Command, terminal: Terminal): void {
  command
    .option("--out <folder>", "write system.schema.json and the others there instead")
    .action(async ({ out }: { out?: string }) => {
      const schemas = jsonSchemas();
      if (out === undefined) terminal.out(schemaText(schemas).trimEnd());
      else {
        const written = await writeSchemas(out, schemas);
        terminal.out(`Written to ${out}: ${written.join(", ")}.`);
        terminal.out("Name one on the first line of a file, by its path from that file:");
        terminal.out(`# yaml-language-server: $schema=${out}/${written[0]}`);
      }
    });
}
