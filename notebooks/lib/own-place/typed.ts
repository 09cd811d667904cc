import { countText } from "@cadre/charts";

/** How a number is typed and how the file writes it. */
export type NumberForm = "people" | "%" | "FTE" | "£";

/** What was typed as the file writes it: 3,200 is 3200, and 6.7 of a percentage is 6.7%. Undefined where it is no number. */
export function typedNumber(typed: string, form: NumberForm): number | string | undefined {
  const plain = typed.trim().replace("−", "-").replace(/^£\s*/, "");
  const number = form === "%" ? plain.replace(/\s*%$/, "") : plain;
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(number) || !/\d/.test(number)) return undefined;
  const value = Number(number.replaceAll(",", ""));
  return form === "%" ? `${value}%` : value;
}

/** A number of the file as somebody would type it; undefined where the file has no single number there. */
export function asTyped(value: unknown, form: NumberForm): string | undefined {
  if (typeof value === "number") return form === "%" ? String(tidy(value * 100)) : counted(value, form);
  const percent = typeof value === "string" ? /^([+-]?[\d.]+)\s*%$/.exec(value.trim()) : null;
  if (percent) return form === "%" ? String(Number(percent[1])) : String(tidy(Number(percent[1]) / 100));
  return typeof value === "string" ? value : undefined;
}

const counted = (value: number, form: NumberForm): string =>
  form === "people" && Number.isInteger(value) ? countText(value) : String(value);
const tidy = (value: number): number => Number(value.toFixed(6));
