import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Packages are tested from their source, so that no build stands between an edit and its test. */
const conditions = ["source", "module", "node", "import", "default"];

/**
 * What takes longest, so that it does not begin when one of two workers has nothing left to do; and one that waits for the
 * notebooks to be built, beside one that does not.
 */
const LONG = [
  "tests/browser/every-notebook.test.ts",
  "tests/package.test.ts",
  "tests/docs/",
  "tests/browser/",
  "tests/laws/",
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((path) => moduleId.replaceAll("\\", "/").includes(`/${path}`));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/**/*.test.ts", "notebooks/**/*.test.ts", "tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.observable/**"],
    globalSetup: ["tests/temporary.ts", "tests/browser/shared-browser.ts"],
    setupFiles: ["tests/quiet.ts"],
    pool: "forks",
    // Loading the library and the charts anew for each of a hundred files took half of the time of all tests.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows comes when the machine has time for it.
    expect: { poll: { timeout: 10_000 } },
  },
});
