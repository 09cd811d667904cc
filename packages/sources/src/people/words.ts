import { plainWord } from "../file/nearest.ts";
import type { Sex } from "./people-of-age.ts";

const SEXES: Readonly<Record<string, Sex>> = {
  f: "female",
  female: "female",
  females: "female",
  // The detailed mid-year series codes men as 1 and women as 2.
  2: "female",
  m: "male",
  male: "male",
  males: "male",
  1: "male",
  p: "persons",
  person: "persons",
  persons: "persons",
  people: "persons",
  all: "persons",
  total: "persons",
};

/** The sex that a publisher's word means. */
export const parseSex = (text: string): Sex | undefined => SEXES[plainWord(text)];

/** The words for a sex that the readers know. */
export const SEX_WORDS: readonly string[] = ["females", "males", "persons", "female", "male", "f", "m"];

/** The people of a sex, for messages. */
export const plural = (sex: Sex): string => (sex === "persons" ? sex : `${sex}s`);

/** An age as published: `17`, `90+`, `90 and over`, `Under 1`; the sum of all ages is `all`. */
export function parseAge(text: string): { age: number | "all"; open: boolean } | undefined {
  const word = text.trim().toLowerCase().replaceAll("_", " ");
  if (/^(all|all ages|total|aged all ages)$/.test(word)) return { age: "all", open: true };
  if (/^(under 1|less than 1)$/.test(word)) return { age: 0, open: false };
  const found = /^(?:aged? ?)?(\d{1,3})\s*(\+|plus|and over|& over|and older|years and over)?$/.exec(word);
  return found ? { age: Number(found[1]), open: found[2] !== undefined } : undefined;
}

/** A year as published: `2018` or `mid-2018`. */
export function parseYear(text: string): number | undefined {
  const found = /^(?:mid-? ?)?((?:19|20|21)\d\d)$/i.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}
