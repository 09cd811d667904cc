/** A fenced block of a page: its language, its text and the line it starts on. */
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** Every fenced block, also those inside a list. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  const lines = page.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const open = /^(\s*)(`{3,})([^\s`]*)/.exec(lines[i] ?? "");
    if (!open) continue;
    const [, indent = "", fence = "```", language = ""] = open;
    const start = i + 1;
    for (i++; i < lines.length && (lines[i] ?? "").trim() !== fence; i++);
    const text = lines.slice(start, i).map((line) => line.slice(Math.min(indent.length, line.search(/\S|$/))));
    blocks.push({ language, text: text.join("\n"), line: start });
  }
  return blocks;
}

/** The places of this repository that a page links to or shows: no web addresses, no anchors of the page itself. */
export function linksOf(page: string): string[] {
  const prose = page.replace(/^(\s*)(`{3,})[\s\S]*?^\s*\2\s*$/gm, "").replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => match[1] ?? "");
  const named = [...prose.matchAll(/^\s*\[[^\]]+\]:\s+(\S+)/gm)].map((match) => match[1] ?? "");
  return [...inline, ...named].filter((link) => !/^([a-z]+:|#|\/\/)/i.test(link));
}

/** The anchors a page offers: one for each heading, as git hosts make them. */
export function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of page.replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, "").matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n++) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}

/** The command lines of a shell block, with continued lines joined and comments and prompts taken off. */
export function commandsOf(block: Block): string[] {
  return block.text
    .replace(/\s*\\\n\s*/g, " ")
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*\$\s+/, "")
        .replace(/(^|\s)#.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** The `ts` examples in a source file's doc comments, with their lines. */
export function examplesOf(source: string): Block[] {
  const examples: Block[] = [];
  for (const comment of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    if (!comment[0].includes("@example")) continue;
    const before = source.slice(0, comment.index).split("\n").length - 1;
    const page = comment[0].replace(/\*\/$/, "").replace(/^\s*\* ?/gm, "");
    for (const block of blocksOf(page)) examples.push({ ...block, line: before + block.line });
  }
  return examples.filter(({ language }) => language === "ts");
}
