const NARROW = /[iljtfrI.,:;'’|()[\] !-]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z&#−+]/;
const DIGIT = /[0-9£]/;

/** About how many inches a line of text takes in a sans serif of so many points, on the wide side. */
export function textInches(text: string, points: number, bold = false): number {
  let ems = 0;
  for (const character of text) {
    if (NARROW.test(character)) ems += 0.31;
    else if (WIDE.test(character)) ems += 0.95;
    else if (CAPITAL.test(character)) ems += 0.7;
    else if (DIGIT.test(character)) ems += 0.56;
    else ems += character.charCodeAt(0) > 0x2e80 ? 1.05 : 0.55;
  }
  return (ems * points * (bold ? 1.15 : 1)) / 72;
}

/** A box as wide as its text, give or take the last digit of a sum, holds it in one line. */
const HAIR = 0.001;

/** How many lines a text takes in a box so many inches wide; at least one. */
export function linesNeeded(text: string, width: number, points: number, bold = false): number {
  let [lines, at] = [1, 0];
  const space = textInches(" ", points, bold);
  for (const word of text.split(" ")) {
    const wide = textInches(word, points, bold);
    if (at > 0 && at + space + wide > width + HAIR) {
      lines += 1;
      at = 0;
    }
    // A word wider than the box is broken.
    lines += Math.max(0, Math.ceil((wide - HAIR) / width) - 1);
    at += (at > 0 ? space : 0) + Math.min(wide, width);
  }
  return lines;
}

/** The widest word of a text in inches: what a column may not be narrower than. */
export const widestWord = (text: string, points: number, bold = false): number =>
  Math.max(0, ...text.split(" ").map((word) => textInches(word, points, bold)));

/** A text cut, between words where it can be, to what fits so many lines. */
export function cutToLines(text: string, lines: number, width: number, points: number): string {
  if (linesNeeded(text, width, points) <= lines) return text;
  const characters = [...text];
  let kept = Math.min(characters.length, Math.ceil((lines * width * 72) / (points * 0.3)));
  const cut = () => `${characters.slice(0, kept).join("").trimEnd()}…`;
  while (kept > 1 && linesNeeded(cut(), width, points) > lines) kept -= 1;
  return cut();
}
