/** A line of sources cut to whole sources, with how many more there are. */
export function shortSource(line: string, most: number): string {
  if (line.length <= most) return line;
  const named = line.replace(/\.$/, "").split("; ");
  for (let kept = named.length - 1; kept > 0; kept -= 1) {
    const shorter = `${named.slice(0, kept).join("; ")}; and ${named.length - kept} more.`;
    if (shorter.length <= most) return shorter;
  }
  return `${line.slice(0, most - 1).trimEnd()}…`;
}
