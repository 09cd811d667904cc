import * as z from "zod";

/** A strict object whose unknown keys are reported with the keys it knows. */
export function keyed<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? JSON.stringify(Object.keys(shape)) : undefined),
  });
}
