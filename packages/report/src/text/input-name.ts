import type { Result } from "cadre";
import { numberWords } from "cadre/results";
import { plainText, shortenedText } from "./plain.ts";

/** A longer name of a pool would hide which of its numbers is meant. */
const MOST_IN_TITLE = 36;

/** An input by names in place of ids: `pools.care.leaving.byTenure.0` is "Home care: leaving by length of service, 0". */
export function inputName({ data }: Result, parameter: string): string {
  const { whose, what } = numberWords(data.resolved.system, parameter);
  if (whose === undefined) return plainText(`${what.charAt(0).toUpperCase()}${what.slice(1)}`);
  return plainText(`${parameter.startsWith("moves.") ? whose : shortenedText(whose, MOST_IN_TITLE)}: ${what}`);
}
