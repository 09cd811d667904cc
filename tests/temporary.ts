import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs once around all tests: what they write into the system's temporary folder is gone when they end. */
export default function temporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "cadre-tests-"));
  // Where Unix, and where Windows, is told which folder that is; every process started from here inherits it.
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
