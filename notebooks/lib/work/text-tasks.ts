import { CadreError, parseSystem, run } from "cadre";
import { readerOf, type Texts } from "./texts.ts";

/** What each task about texts is asked with. */
export interface TextTaskInputs {
  /** Reads a system file. */
  read: { readonly text: string; readonly file: string; readonly texts: Texts };
  /** The gap of each of several texts of a place in one year; undefined of one that does not run. */
  gaps: { readonly others: readonly string[]; readonly file: string; readonly texts: Texts; readonly year: number };
}

/** What a page may ask of a worker before there is a system. */
export type TextTaskName = keyof TextTaskInputs;

/** How a task about texts is carried out. */
export type TextTask<Name extends TextTaskName> = (given: TextTaskInputs[Name]) => unknown;

/** What a page may ask of a worker about the text of a system. */
export const textTasks = {
  read: ({ text, file, texts }) => parseSystem(text, { file, files: readerOf(texts) }),

  gaps: ({ others, file, texts, year }) =>
    others.map((text) => {
      try {
        return run(parseSystem(text, { file, files: readerOf(texts) })).at({ measure: "gap", year });
      } catch (error) {
        if (error instanceof CadreError) return undefined;
        throw error;
      }
    }),
} satisfies { [Name in TextTaskName]: TextTask<Name> };

/** What each task about texts gives. */
export type TextTaskResults = { [Name in TextTaskName]: ReturnType<(typeof textTasks)[Name]> };
