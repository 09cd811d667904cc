import { CadreError } from "cadre";

/**
 * Refuses, before anything is read, what cannot be a file: a promise that nobody waited for, nothing, a number. `wanted` says
 * whether a text will do as well as bytes; options are an object, or left out. Throws a `CadreError`.
 *
 * @example
 * ```ts
 * import { checkContent } from "@cadre/workbook";
 * checkContent("year,people", {}, "text or bytes"); // nothing happens
 * ```
 */
export function checkContent(content: unknown, options: unknown, wanted: "text or bytes" | "bytes"): void {
  const isRead = content instanceof Uint8Array || (wanted !== "bytes" && typeof content === "string");
  if (!isRead)
    throw fault(
      "content",
      content,
      wanted === "bytes" ? "The bytes of a file (a Uint8Array)." : "The text of a file, or its bytes (a Uint8Array).",
    );
  if (options !== undefined && !isReadable(options)) throw fault("options", options, "An object, or nothing.");
}

/** Whether options are an object whose keys can be read; what a program has wrapped may refuse. */
function isReadable(options: unknown): boolean {
  try {
    return (
      typeof options === "object" && options !== null && !Array.isArray(options) && Object.entries(options).length >= 0
    );
  } catch {
    return false;
  }
}

function fault(path: string, value: unknown, rule: string): CadreError {
  const isPromise = value instanceof Promise;
  return new CadreError({
    code: "wrong-argument",
    message: `This ${path === "content" ? "is no file" : "holds no options"}.`,
    path,
    value: isPromise ? "a promise" : value === null ? "null" : Array.isArray(value) ? "a list" : typeof value,
    rule,
    fix: isPromise ? "Wait for it: await readFile(…)." : "Hand over what readFile gives.",
  });
}
