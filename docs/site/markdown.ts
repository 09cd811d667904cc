import MarkdownIt from "markdown-it";

/** A heading of a page, with the anchor that links use. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** A page as HTML, with what the site needs to know of it. */
export interface Rendered {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly html: string;
  /** The words below each heading, for the search; the first have no heading. */
  readonly parts: readonly { readonly heading: Heading | undefined; readonly text: string }[];
}

const markdown = new MarkdownIt({ html: false, linkify: false });

/** Turns a page into HTML. `place` gives the address on the site of each link and picture. */
export function renderPage(text: string, place: (link: string) => string): Rendered {
  const tokens = markdown.parse(text, {});
  const used = new Map<string, number>();
  const headings: Heading[] = [];
  const parts: { heading: Heading | undefined; text: string }[] = [{ heading: undefined, text: "" }];
  tokens.forEach((token, i) => {
    const inline = tokens[i + 1];
    if (token.type === "heading_open" && inline) {
      const heading = headingOf(Number(token.tag.slice(1)), inline.content, used);
      token.attrSet("id", heading.anchor);
      headings.push(heading);
      parts.push({ heading, text: "" });
    } else if (token.type === "table_open") token.attrSet("class", "table");
    else if (token.type === "inline" && tokens[i - 1]?.type !== "heading_open")
      parts.at(-1)!.text += ` ${plain(token)}`;
    else if (token.type === "fence") parts.at(-1)!.text += ` ${token.content}`;
    for (const child of token.children ?? []) {
      for (const name of ["href", "src"]) {
        const link = child.attrGet(name);
        if (link !== null) child.attrSet(name, place(decodeURI(link)));
      }
    }
  });
  let tables = 0;
  const html = markdown.renderer
    .render(tokens, markdown.options, {})
    .replaceAll(
      '<table class="table">',
      () => `<div class="scroll" role="region" aria-label="Table ${++tables}" tabindex="0"><table>`,
    )
    .replaceAll("</table>", "</table></div>")
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll("<th></th>", "<td></td>");
  return { title: headings[0]?.text ?? "", headings, html, parts };
}

function headingOf(level: number, content: string, used: Map<string, number>): Heading {
  const text = content
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\\(.)/g, "$1");
  const base = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  const times = used.get(base) ?? 0;
  used.set(base, times + 1);
  return { level, text, anchor: times === 0 ? base : `${base}-${times}` };
}

/** The words of a line without its marks. */
function plain(token: { readonly children: readonly { readonly content: string }[] | null }): string {
  return (token.children ?? []).map(({ content }) => content || " ").join("");
}
