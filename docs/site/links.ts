import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { addressOf, fileAddress, wayFrom } from "./addresses.ts";

/** Finds where links lead, and keeps what the site has to hold for that. */
export class Links {
  /** Files to copy, by their path in the repository. */
  readonly files = new Set<string>();
  /** Links to a place within a page, to be checked when all pages are known: from, to, anchor. */
  readonly anchors: { readonly from: string; readonly to: string; readonly anchor: string }[] = [];
  readonly broken: string[] = [];
  readonly #root: string;
  readonly #pages: ReadonlySet<string>;
  readonly #notebooks: ReadonlySet<string>;

  constructor(root: string, pages: Iterable<string>, notebooks: Iterable<string>) {
    this.#root = root;
    this.#pages = new Set(pages);
    this.#notebooks = new Set(notebooks);
  }

  /** The address that a link of a page has on the site. */
  place(page: string, link: string): string {
    if (/^([a-z]+:|\/\/)/i.test(link)) return link;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : this.#target(posix.join(posix.dirname(page), path));
    if (target === undefined) {
      this.broken.push(`${page}: ${link}`);
      return link;
    }
    if (this.#pages.has(target)) {
      if (anchor !== undefined) this.anchors.push({ from: page, to: target, anchor });
      return wayFrom(addressOf(page), addressOf(target) + (anchor === undefined ? "" : `#${anchor}`));
    }
    if (/^notebooks\/[\w-]+\.html$/.test(target)) return this.#notebook(page, target);
    this.files.add(target);
    return wayFrom(addressOf(page), fileAddress(target));
  }

  /** A live notebook if it was built, otherwise the page that says how. */
  #notebook(page: string, target: string): string {
    const built = this.#notebooks.has(posix.basename(target));
    return wayFrom(addressOf(page), built ? target : "docs/guide/notebooks.html#open-the-notebooks");
  }

  /** The page or file that a path means; a folder means its README, or the nearest one above it. */
  #target(path: string): string | undefined {
    const clean = path.replace(/\/$/, "");
    if (this.#pages.has(clean)) return clean;
    const file = join(this.#root, clean);
    if (!existsSync(file)) return undefined;
    if (statSync(file).isFile()) return clean;
    const readme = posix.join(clean, "README.md");
    return this.#pages.has(readme) ? readme : this.#target(posix.dirname(clean));
  }
}
