/** What publishers put behind a name or a figure: notes by number, and that it is provisional, revised or estimated. */
const MARK = /(?<=\S)\s*(?:\[(?:notes?\s*)?\d+(?:\s*,\s*(?:note\s*)?\d+)*\]|\[[bepr]\]|[¹²³⁰⁴-⁹]+)$/iu;

/** A cell without the marks of notes behind what it says: "1,240 [p]" is 1,240, "Somerset [note 2]" is Somerset. */
export function withoutMark(cell: string): string {
  let bare = cell.trimEnd();
  while (MARK.test(bare)) bare = bare.replace(MARK, "");
  return bare.length === cell.trimEnd().length ? cell : bare;
}
