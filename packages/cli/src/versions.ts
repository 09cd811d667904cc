import { createRequire } from "node:module";

const find = createRequire(import.meta.url);

/** What a run depends on besides its inputs. */
export const versions = (): { cadre: string; cli: string; node: string } => ({
  cadre: (find("cadre/package.json") as { version: string }).version,
  cli: (find("../package.json") as { version: string }).version,
  node: process.version,
});

/** Where the installed library keeps its JSON Schemas. */
export const schemaFile = (name: string): string =>
  find.resolve("cadre/package.json").replace(/package\.json$/, `schema/${name}.schema.json`);
