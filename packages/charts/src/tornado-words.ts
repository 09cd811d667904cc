import type { TornadoBar } from "cadre/uncertainty";
import { briefName } from "./group-title.ts";
import type { MeasureWords } from "./measure-words.ts";
import { countText, roundWhole } from "./number.ts";
import { betweenWords } from "./spread-words.ts";
import { oneLine } from "./text-width.ts";

/** A bar in the size that is drawn. */
export interface TornadoRow {
  name: string;
  low: number;
  high: number;
  width: number;
}

/** Whether weak evidence has the range of a number taken wider than the file gives it. */
export const isWidened = ({ atLow, atHigh, givenLow, givenHigh }: TornadoBar): boolean =>
  atLow !== givenLow || atHigh !== givenHigh;

/** The number itself from its low to its high end, and beside it what the file gives where that is narrower. */
export function noteOf(bar: TornadoBar): string {
  const taken = fromTo(bar.atLow, bar.atHigh);
  return isWidened(bar) ? `${taken} (file: ${fromTo(bar.givenLow, bar.givenHigh)})` : taken;
}

function fromTo(atLow: number | string, atHigh: number | string): string {
  if (typeof atLow === "string" || typeof atHigh === "string")
    return `${oneLine(`${atLow}`)} to ${oneLine(`${atHigh}`)}`;
  // A rate, a factor or a count: as many decimals as tell its ends apart in two figures.
  const decimals =
    atLow === atHigh ? 2 : Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(Math.abs(atHigh - atLow)))));
  return `${figures(atLow, decimals)} to ${figures(atHigh, decimals)}`;
}

function figures(value: number, decimals: number): string {
  const rounded = Math.abs(value).toFixed(decimals);
  const text = rounded.replace(/^\d+/, (digits) => countText(Number(digits)));
  return value < 0 && Number(rounded) > 0 ? `−${text}` : text;
}

/** What stands before and behind a bar: each result with the end of the number it belongs to. */
export function endsOf(
  { low, high }: TornadoRow,
  central: number,
  say: MeasureWords,
): { before: string; behind: string } {
  const words = { low: `${say.text(low)} low`, high: `${say.text(high)} high` };
  const both = low <= high ? `${words.low}, ${words.high}` : `${words.high}, ${words.low}`;
  if (low === high) return { before: "", behind: say.text(low) };
  if (Math.min(low, high) >= central) return { before: "", behind: both };
  if (Math.max(low, high) <= central) return { before: both, behind: "" };
  return low < high ? { before: words.low, behind: words.high } : { before: words.high, behind: words.low };
}

/** How many numbers are not drawn, and the most that any of them does. */
export function restWords(rest: readonly TornadoRow[], say: MeasureWords): string {
  const most = rest[0]?.width ?? 0;
  const said = `${countText(rest.length)} more ${rest.length === 1 ? "number" : "numbers"}`;
  if (roundWhole(most) === 0) return `${said}, in the table, hardly ${rest.length === 1 ? "moves" : "move"} it.`;
  const moves = rest.length === 1 ? "moves it by" : "move it by at most";
  const unit = say.kind === "money" ? say.unit : say.short;
  return `${said}, in the table, ${moves} ${say.text(most)}${unit && ` ${unit}`}.`;
}

/** What a board should take away: which number the result depends on most, and from where to where. */
export function tornadoFinding(
  [widest]: readonly TornadoRow[],
  { say, measure, year }: { say: MeasureWords; measure: string; year: number },
): string {
  const what = say.name.toLowerCase();
  if (widest === undefined) return `nothing that is called uncertain moves the ${what} in ${year}`;
  if (roundWhole(widest.low) === roundWhole(widest.high)) return `no number by itself moves the ${what} in ${year}`;
  const ends = [Math.min(widest.low, widest.high), Math.max(widest.low, widest.high)] as const;
  return `the ${what} in ${year} depends most on “${briefName(widest.name)}”, which puts it between ${betweenWords(ends, say, measure)}`;
}
