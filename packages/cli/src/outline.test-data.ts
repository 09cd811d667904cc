/** A line of an indented file, with what stands below it. */
interface Line {
  readonly key: string;
  text: string;
  below: Line[];
}

function outline(text: string): Line[] {
  const top: Line[] = [];
  const open: { indent: number; lines: Line[] }[] = [{ indent: -1, lines: top }];
  for (const raw of text.split("\n").filter((line) => line.trim() !== "")) {
    const indent = raw.search(/\S/);
    while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const line: Line = { key: raw.trim().split(":")[0] ?? "", text: raw, below: [] };
    open.at(-1)?.lines.push(line);
    open.push({ indent, lines: line.below });
  }
  return top;
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text, below }) => `${text}\n${textOf(below)}`).join("");

function merge(into: Line[], more: readonly Line[], whole: readonly string[]): void {
  for (const line of more) {
    const found = into.find(({ key }) => key === line.key);
    if (!found) into.push(line);
    else if (line.text.trimEnd().endsWith(":") && found.below.length > 0 && !whole.includes(line.key))
      merge(found.below, line.below, whole);
    else [found.text, found.below] = [line.text, line.below];
  }
}

/** A YAML text to which an example is added as a reader would: key by key, groups named in `whole` replaced. */
export function withExample(system: string, example: string, whole: readonly string[] = []): string {
  const lines = outline(system);
  merge(lines, outline(example), whole);
  return textOf(lines);
}
