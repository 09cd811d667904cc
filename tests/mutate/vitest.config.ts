import { readFileSync } from "node:fs";
import { mergeConfig } from "vitest/config";
import usual from "../../vitest.config.ts";

/** The tests as always, with one file read with a fault in it; the file itself is not touched. */
const { MUTATED_FILE: file, MUTATED_TEXT: text } = process.env;

export default mergeConfig(usual, {
  root: process.cwd(),
  plugins: [
    {
      name: "a planted fault",
      enforce: "pre" as const,
      load: (id: string) => (file && text && id.split("?")[0] === file ? readFileSync(text, "utf8") : undefined),
    },
  ],
});
