import { posix } from "node:path";

/** Where a page of the repository is on the site: `docs/guide/decide.md` at `docs/guide/decide.html`. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)README\.md$/, "$1index.html").replace(/\.md$/, ".html");
}

/** Files that a browser would offer to save instead of showing them. */
const SHOWN_AS_TEXT = /\.(ts|py|ya?ml|csv|json)$|(^|\/)LICENSE$/;

/** Where a file that is linked to is on the site: code and data as text that every browser shows. */
export const fileAddress = (path: string): string => (SHOWN_AS_TEXT.test(path) ? `${path}.txt` : path);

/** The way from one address of the site to another. */
export function wayFrom(from: string, to: string): string {
  const [path = "", anchor] = to.split("#");
  const way = path === from ? "" : posix.relative(posix.dirname(from), path);
  return anchor === undefined ? way || posix.basename(path) : `${way}#${anchor}`;
}
