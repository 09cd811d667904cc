import type { Plugin } from "vite";

/** A description of a key for editors, which is a text without parts to fill in. */
const DESCRIPTION = /\s*\.describe\(\s*(?:"(?:[^"\\]|\\.)*"|`(?:[^`\\$]|\\.)*`)\s*,?\s*\)/g;

/** Leaves out of pages and workers what only the JSON Schemas of editors say of a key. */
export const withoutDescriptions = (): Plugin => ({
  name: "without-descriptions",
  apply: "build",
  enforce: "pre",
  transform: {
    filter: { id: /\/packages\/cadre\/src\/.*\.ts$/ },
    handler: (code) => (code.includes(".describe(") ? { code: code.replace(DESCRIPTION, ""), map: null } : undefined),
  },
});
