import { parse } from "yaml";

/** What a file of a place holds, as plain data. */
export type PlaceContent = { readonly [key: string]: Value };

/** What a file may hold in one place. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?$/i;
const PERCENT = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?\s*%$/;
export const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const IN_BRACKETS = /^(\[.*\]|\{.*\})$/s;
const IN_QUOTES = /^".*"$/s;

/** Keys whose values are words, whatever they look like. */
const WORDS = new Set([
  "title",
  "place",
  "employer",
  "role",
  "sector",
  "publisher",
  "licence",
  "url",
  "note",
  "question",
  "formula",
  "at",
  "owner",
]);

export const isWords = (key: string | undefined): boolean => key !== undefined && WORDS.has(key);

/** What a cell says that a planner filled in; `wrong` says why it cannot be read. */
export function valueIn(text: string, key: string | undefined): { value: Value } | { wrong: string; fix: string } {
  const plain = text.trim();
  if (/^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?/.test(plain))
    return { wrong: "a formula in this cell has no result", fix: "Correct the formula, or write the number itself." };
  if (isWords(key)) return { value: plain };
  if (NUMBER.test(plain)) return { value: Number(plain.replaceAll(",", "")) };
  if (PERCENT.test(plain)) return { value: plain.replace(/[,\s]/g, "") };
  if (/^[+-]?[\d.]*\d,\d+\s*%?$/.test(plain))
    return {
      wrong: "there is a comma before the decimals, or thousands are separated wrongly",
      fix: "Write decimals with a point: 1.5. Thousands have three digits each: 1,240.",
    };
  if (/^[£$€]/.test(plain))
    return { wrong: "there is a currency sign before the number", fix: "Write the number alone." };
  if (/^(true|false)$/i.test(plain)) return { value: plain.toLowerCase() === "true" };
  if (IN_QUOTES.test(plain) || IN_BRACKETS.test(plain)) {
    try {
      return { value: parse(plain) as Value };
    } catch {
      return { wrong: "the brackets or quotation marks do not match", fix: "Write a list as [retirement, death]." };
    }
  }
  return { value: plain };
}

/** A value as the text that `valueIn` reads as the same value. */
export function textFor(value: Value, key: string | undefined): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (isWords(key)) return value;
  const read = valueIn(value, key);
  return "value" in read && read.value === value && value === value.trim() && value !== ""
    ? value
    : JSON.stringify(value);
}
