import * as z from "zod";

/**
 * What may be written in several ways that are told apart by what is there, so that a mistake in one way keeps its own
 * error; a union would only say that none of them fits.
 */
export function readAs<Way extends z.ZodType>(
  schema: { readonly description: string; readonly anyOf: object[] },
  wayOf: (raw: unknown) => Way,
): z.ZodType<z.output<Way>> {
  return z
    .any()
    .meta(schema)
    .transform((raw, context): z.output<Way> => {
      const read = wayOf(raw).safeParse(raw);
      if (read.success) return read.data;
      context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input: raw })));
      return z.NEVER;
    });
}
