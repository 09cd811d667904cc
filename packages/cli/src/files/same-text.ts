/** Two texts of the same file, held against each other. */
export interface TextDifference {
  /** `exact`: the same text. `close`: the same but for numbers, none of them further off than is allowed. */
  readonly agree: "exact" | "close" | "no";
  /** The first place at which they differ, or differ by more than is allowed. */
  readonly line?: number;
  readonly column?: number;
  readonly was?: string;
  readonly is?: string;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Numbers closer than this share of their size are the same number, computed by another engine. */
export const SAME_NUMBER = 1e-9;

/** Compares texts word by word, and numbers in them as numbers. */
export function compareTexts(was: string, is: string): TextDifference {
  if (was === is) return { agree: "exact" };
  const [before, after] = [parts(was), parts(is)];
  let at = 0;
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [one, other] = [before[i], after[i]];
    if (one !== other && !areClose(one, other)) return { agree: "no", ...placeOf(was, at, one, other) };
    at += one?.length ?? 0;
  }
  return { agree: "close" };
}

/** The text cut before and after each number and each line. */
function parts(text: string): string[] {
  const found: string[] = [];
  let last = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (index > last) found.push(...text.slice(last, index).split(/(?<=[\n,])/));
    found.push(number);
    last = index + number.length;
  }
  if (last < text.length) found.push(...text.slice(last).split(/(?<=[\n,])/));
  return found;
}

function areClose(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [Number(one), Number(other)];
  return (
    Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= SAME_NUMBER * Math.max(1, Math.abs(a), Math.abs(b))
  );
}

function placeOf(text: string, at: number, was = "", is = ""): Omit<TextDifference, "agree"> {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return { line, column: at - before.lastIndexOf("\n"), was: was.trim(), is: is.trim() };
}
