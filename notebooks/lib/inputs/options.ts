import type { InputName } from "./input.ts";

/** How a list of options reads. */
export interface OptionWords<T> extends InputName {
  /** What an option is called; its `title` or itself when left out. */
  format?: (option: T) => string;
  /** What an option is called in links; its `id` or itself when left out. */
  key?: (option: T) => string;
  /** What choosing an option means: shown under it. */
  says?: (option: T) => string;
}

/** The words of options, with what is left out filled in. */
export function wordsOf<T>({ format, key, says }: OptionWords<T>) {
  const property = (option: T, name: "id" | "title") =>
    typeof option === "object" && option !== null && name in option
      ? (option as Record<string, unknown>)[name]
      : option;
  return {
    format: format ?? ((option: T) => String(property(option, "title"))),
    key: key ?? ((option: T) => String(property(option, "id"))),
    says: says ?? (() => ""),
  };
}
