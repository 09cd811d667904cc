import * as z from "zod";

/** What an object of these keys is read into. */
type Output<T extends z.ZodRawShape> = z.output<z.ZodObject<T, z.core.$strict>>;

/** Lists and records that nobody changes; anything else is as it is. */
type Kept<V> = V extends readonly unknown[] ? Readonly<V> : string extends keyof V ? Readonly<V> : V;

/** A strict object whose unknown keys are reported with the keys it knows. What is read is not changed by anybody. */
export function keyed<T extends z.ZodRawShape>(
  shape: T,
): z.ZodType<{ readonly [K in keyof Output<T>]: Kept<Output<T>[K]> }, z.input<z.ZodObject<T, z.core.$strict>>>;
export function keyed(shape: z.ZodRawShape): z.ZodType {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? JSON.stringify(Object.keys(shape)) : undefined),
  });
}
