import { pathToFileURL } from "node:url";

/**
 * Runs examples one after another in a process of their own, where they may print, and sends back each one's error.
 * Started with the paths of the example files as arguments.
 */
const errors: Record<string, string> = {};
for (const path of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    errors[path] = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
process.send?.(errors);
