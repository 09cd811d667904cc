import type { Input } from "../base-year/log.ts";
import { parseNumber } from "../table/quantity.ts";

/** What has become of a signature: what was signed may have changed since, or the day may be past. */
export type SignatureState = "valid" | "changed since signed" | "past its date";

/** Whether what a mark stands for is still what it was; a mark may be shortened. */
export const markState = (signed: string, now: string, sunset: string | undefined, today: string): SignatureState =>
  !now.startsWith(signed) ? "changed since signed" : isPast(sunset, today) ? "past its date" : "valid";

/** Whether an input is still the one that was signed: the same number, however written. */
export const inputState = (
  { written, value }: Pick<Input, "written" | "value">,
  signed: string,
  sunset: string | undefined,
  today: string,
): SignatureState => {
  const same = signed === written || (value !== undefined && parseNumber(signed)?.value === value);
  return !same ? "changed since signed" : isPast(sunset, today) ? "past its date" : "valid";
};

/** Days are written so that they sort as text. */
export const isPast = (sunset: string | undefined, today: string): boolean => sunset !== undefined && sunset < today;
