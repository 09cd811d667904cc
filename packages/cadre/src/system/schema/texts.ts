import * as z from "zod";

export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const id = z.string().regex(ID, { error: "An id is lower-case words joined by hyphens, such as home-care." });

export const text = z.string().min(1, { error: "A text is wanted here; it is empty." }).max(2000);

const DAY = "A day is wanted here, written yyyy-mm-dd, such as 2024-03-31.";

export const date = z.string({ error: DAY }).regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY });

/** The first key of every file. */
export const version = z.literal(1).describe("Version of the file format");

/** What a reader of the file should know. */
export const note = text.optional().describe("What a reader should know: where it is weak, what was assumed");

export const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
