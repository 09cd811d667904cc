const NARROW = /[iljtfrI.,:;'’|()[\] !]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z&#0-9]/;

/**
 * About how many pixels a line of text takes, on the wide side, since a chart is laid out before anyone knows
 * which of the fonts of the theme the reader's machine has.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? 1.15 : 1);
}

// A chart measures its words many thousand times until they fit.
const known = new Map<string, number>();

function emsOf(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  const ems = NARROW.test(character)
    ? 0.37
    : WIDE.test(character)
      ? 1.02
      : CAPITAL.test(character)
        ? 0.67
        : character.charCodeAt(0) > 0x2e80
          ? 1.05
          : 0.6;
  known.set(character, ems);
  return ems;
}

/**
 * Text as lines no wider than `width` pixels, broken between words, or inside a word that is wider than a line by
 * itself. With `most`, text left over is cut out of the last line allowed, where a "…" stands for it: names that begin
 * alike are told apart by their ends. Empty text has no lines.
 */
export function wrapText(
  text: string,
  { width, size, bold = false, most = Number.POSITIVE_INFINITY }: WrapOptions,
): string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of oneLine(text).split(" ").filter(Boolean)) {
    if (line !== "" && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = cutInTheMiddle([...lines.slice(most - 1).join(" ")], fits);
  return kept;
}

/**
 * Names cut to what fits, each cut so that it differs from the others: names that have a long beginning in common keep the
 * words in which they differ. Returns one text a name, in their order; the same name is cut the same way.
 *
 * @example
 * ```ts
 * import { distinctShortNames } from "@cadre/charts";
 * const names = ["Northland Community Partnership, north", "Northland Community Partnership, south"];
 * distinctShortNames(names, (name) => name.length <= 20); // ["Northland… north", "Northland… south"]
 * ```
 */
export function distinctShortNames(names: readonly string[], fits: (name: string) => boolean): string[] {
  const plainly = names.map((name) => (fits(name) ? name : cutInTheMiddle([...name], fits)));
  return names.map((name, i) => {
    const cut = plainly[i] ?? name;
    const alike = names.filter((other, j) => other !== name && plainly[j] === cut);
    if (alike.length === 0) return cut;
    const shared = Math.max(...alike.map((other) => sharedStart(name, other)));
    // From the word in which they differ.
    const differs = [...name.slice(name.lastIndexOf(" ", shared) + 1)];
    const before = [...name].slice(0, -differs.length);
    const whole = longest(before.length, (kept) => `${startOf(before.slice(0, kept))}… ${differs.join("")}`, fits);
    if (whole !== undefined) return whole;
    const most = longest(differs.length, (kept) => `…${differs.slice(0, kept).join("")}…`, fits);
    return most ?? cut;
  });
}

/** How many characters two texts begin with that are the same. */
function sharedStart(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** As much of a text as fits, a third of it from its end, in whole words where they are not too long. */
function cutInTheMiddle(text: readonly string[], fits: (line: string) => boolean): string {
  const cut = (kept: number) => {
    const end = Math.floor(kept / 3);
    const last = endOf(text.slice(text.length - end));
    // A space before what begins a word, so that lines can break there.
    return `${startOf(text.slice(0, kept - end))}…${text.join("").endsWith(` ${last}`) ? " " : ""}${last}`.trimEnd();
  };
  return longest(text.length, cut, fits) ?? "…";
}

/** The last of the texts for 1, 2, 3 … characters before the first that does not fit; undefined when none does. */
function longest(below: number, text: (kept: number) => string, fits: (line: string) => boolean): string | undefined {
  let found: string | undefined;
  for (let kept = 1; kept < below; kept++) {
    const longer = text(kept);
    if (!fits(longer)) break;
    found = longer;
  }
  return found;
}

/** The start of a text, without a part of a word where half of it is left. */
function startOf(text: readonly string[]): string {
  const start = text.join("");
  const space = start.trimEnd().lastIndexOf(" ");
  return space >= start.length / 2 && !start.endsWith(" ") ? start.slice(0, space) : start.trimEnd();
}

/** The end of a text, without a part of a word where half of it is left. */
function endOf(text: readonly string[]): string {
  const end = text.join("").trimStart();
  const space = end.indexOf(" ");
  return space >= 0 && space < end.length / 2 ? end.slice(space + 1) : end;
}

/**
 * Text as `wrapText` gives it, but broken earlier where the last line would be less than a third of the width, unless that
 * took a line more.
 */
export function withoutOrphan(text: string, { most = Number.POSITIVE_INFINITY, ...room }: WrapOptions): string[] {
  const { width, size, bold } = room;
  const lines = wrapText(text, room);
  if (lines.length === 1 || lines.length > most) return wrapText(text, { ...room, most });
  for (let percent = 100; percent > 60; percent -= 2) {
    const narrower = wrapText(text, { ...room, width: (width * percent) / 100 });
    // Never a line more, nor a break inside a word that was whole.
    if (narrower.length > lines.length || narrower.join(" ") !== lines.join(" ")) break;
    if (textWidth(narrower.at(-1) ?? "", size, bold) >= width / 3) return narrower;
  }
  return lines;
}

/** Text on one line: every run of white space, line breaks too, becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

interface WrapOptions {
  width: number;
  size: number;
  bold?: boolean;
  most?: number;
}
