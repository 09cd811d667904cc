import { InvalidArgumentError } from "commander";

/** A year of the command line. */
export function wholeYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("A year has four digits, such as 2027.");
  return Number(text);
}

/** A day of the command line. */
export function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError("A day as yyyy-mm-dd, such as 2026-11-30.");
  return text;
}

/** The day of this computer. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A number of the command line. */
export function anyNumber(text: string): number {
  if (text.trim() === "" || !Number.isFinite(Number(text))) throw new InvalidArgumentError("A number, such as 500.");
  return Number(text);
}

/** A whole number of the command line; how many draws there may be says the library. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError("A whole number, such as 200.");
  return Number(text);
}

/** Years of the command line: 2012..2018, or 2012,2015. */
export function years(text: string): number[] {
  const span = /^(\d{4})\.\.(\d{4})$/.exec(text);
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    if (from > to) throw new InvalidArgumentError("The first year comes first, as in 2012..2018.");
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  }
  if (!/^\d{4}(,\d{4})*$/.test(text)) throw new InvalidArgumentError("Years, as 2012..2018 or 2012,2015.");
  return text.split(",").map(Number);
}

/** Whole numbers of the command line, with commas between. */
export function wholeNumbers(text: string): number[] {
  if (!/^[1-9]\d?(,[1-9]\d?)*$/.test(text)) throw new InvalidArgumentError("Whole numbers, such as 1,3,5.");
  return text.split(",").map(Number);
}

/** Words of the command line, with commas between. */
export const words = (text: string): string[] => text.split(",").map((word) => word.trim());

/** Sums of money of the command line, with commas between. */
export function amounts(text: string): number[] {
  const sums = text.split(",").map((part) => anyNumber(part));
  if (sums.some((sum) => sum < 0)) throw new InvalidArgumentError("Sums of zero or more, such as 0,500000,1000000.");
  return sums;
}
