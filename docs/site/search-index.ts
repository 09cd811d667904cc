import { addressOf } from "./addresses.ts";
import type { Rendered } from "./markdown.ts";
import { isApiPage } from "./sections.ts";

/** The words of all pages as a script: one entry for each part of a page; the pages of typedoc have one each. */
export function searchIndex(pages: ReadonlyMap<string, Rendered>): string {
  const entries = [...pages].flatMap(([path, { title, parts }]) => {
    const address = addressOf(path);
    if (isApiPage(path)) return [[address, title, "", tidy(parts.map(({ text }) => text).join(" ")).slice(0, 300)]];
    return parts
      .filter(({ heading, text }) => heading !== undefined || text.trim() !== "")
      .map(({ heading, text }) => {
        const isTop = heading === undefined || heading.level === 1;
        return [isTop ? address : `${address}#${heading.anchor}`, title, heading?.text ?? "", tidy(text)];
      });
  });
  return `globalThis.cadreSearch = ${JSON.stringify(entries)};\n`;
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
