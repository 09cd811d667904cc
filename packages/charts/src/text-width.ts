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
 * import { cutApart } from "@cadre/charts";
 * const names = ["Northland Community Partnership, north", "Northland Community Partnership, south"];
 * cutApart(names, (name) => name.length <= 20); // ["Northland Comm…north", "Northland Comm…south"]
 * ```
 */
export function cutApart(names: readonly string[], fits: (name: string) => boolean): string[] {
  const plainly = names.map((name) => (fits(name) ? name : cutInTheMiddle([...name], fits)));
  return names.map((name, i) => {
    const cut = plainly[i] ?? name;
    const alike = names.filter((other, j) => other !== name && plainly[j] === cut);
    if (alike.length === 0) return cut;
    const shared = Math.max(...alike.map((other) => sharedStart(name, other)));
    const differs = name.slice(name.lastIndexOf(" ", shared) + 1);
    let short = "";
    for (let end = 1; end <= differs.length && fits(`…${differs.slice(0, end)}…`); end++)
      short = `…${differs.slice(0, end)}${end < differs.length ? "…" : ""}`;
    for (let start = 1; start < name.length - differs.length; start++) {
      const longer = `${name.slice(0, start).trimEnd()}…${differs}`;
      if (!fits(longer)) break;
      short = longer;
    }
    return short;
  });
}

/** How many characters two texts begin with that are the same. */
function sharedStart(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** As much of a text as fits, a third of it from its end. */
function cutInTheMiddle(text: readonly string[], fits: (line: string) => boolean): string {
  let cut = "…";
  for (let kept = 2; kept < text.length; kept++) {
    const end = Math.floor(kept / 3);
    const start = text
      .slice(0, kept - end)
      .join("")
      .trimEnd();
    const longer = `${start}…${text
      .slice(text.length - end)
      .join("")
      .trimStart()}`;
    if (!fits(longer)) break;
    cut = longer;
  }
  return cut;
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
