import { defineConfig } from "vitest/config";

/** Packages are tested from their source, so that no build stands between an edit and its test. */
const conditions = ["source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/**/*.test.ts", "notebooks/**/*.test.ts", "tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.observable/**"],
    globalSetup: ["tests/browser/shared-browser.ts"],
    setupFiles: ["tests/quiet.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
