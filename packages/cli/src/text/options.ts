import { InvalidArgumentError } from "commander";

/** A year of the command line. */
export function wholeYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("A year has four digits, such as 2027.");
  return Number(text);
}

/** A number of the command line. */
export function anyNumber(text: string): number {
  if (text.trim() === "" || !Number.isFinite(Number(text))) throw new InvalidArgumentError("A number, such as 500.");
  return Number(text);
}

/** A number of draws of the command line. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("A whole number up to 99999, such as 200.");
  return Number(text);
}
