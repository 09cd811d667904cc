import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { colourVariables } from "../../packages/charts/src/index.ts";
import { addressOf, fileAddress } from "./addresses.ts";
import { pageOf } from "./layout.ts";
import { Links } from "./links.ts";
import { type Rendered, renderPage } from "./markdown.ts";
import { placePicture } from "./pictures.ts";
import { referencePages } from "./reference.ts";
import { searchIndex } from "./search-index.ts";
import { isApiPage, sectionsOf } from "./sections.ts";

export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));
const SITE = fileURLToPath(new URL(".", import.meta.url));
/** Where `npm run build` puts each notebook as one file. */
const NOTEBOOKS = join(ROOT, "notebooks/.observable/one-file");
const IGNORED = /(^|\/)(node_modules|dist|out|\.[^/]*)(\/|$)/;
/** The subsets of Inter that English, names of places and equations need. A browser fetches those that a page uses. */
const FONTS = ["latin", "latin-ext", "greek"];

/** The pages of the repository, by their path from its top folder. */
export function markdownFiles(folder = ""): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (IGNORED.test(path)) return [];
      if (entry.isDirectory()) return markdownFiles(path);
      return path.endsWith(".md") ? [path] : [];
    })
    .sort();
}

/** Every page as HTML, and where its links lead. A link that leads nowhere is an error that names page and link. */
export function renderedPages(notebooks: readonly string[]): { pages: Map<string, Rendered>; links: Links } {
  const made = referencePages();
  const texts = new Map(markdownFiles().map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
  for (const [path, text] of made) texts.set(path, text);
  const links = new Links(ROOT, texts.keys(), notebooks);
  const pages = new Map([...texts].map(([path, text]) => [path, renderPage(text, (link) => links.place(path, link))]));
  const astray = links.anchors.filter(
    ({ to, anchor }) => !pages.get(to)?.headings.some((one) => one.anchor === anchor),
  );
  const broken = [...links.broken, ...astray.map(({ from, to, anchor }) => `${from}: ${to}#${anchor}`)];
  if (broken.length > 0) throw new Error(`These links lead nowhere:\n${broken.join("\n")}`);
  return { pages, links };
}

/** Writes the site into a folder, which is emptied first: pages, pictures, files that are linked to, and the search. */
export async function buildSite(out: string): Promise<number> {
  const notebooks = listed(NOTEBOOKS);
  const { pages, links } = renderedPages(notebooks);
  const sections = sectionsOf([...pages.keys()].filter((path) => !path.startsWith("docs/reference/")));
  const titleOf = (path: string) => pages.get(path)?.title ?? path;
  rmSync(out, { recursive: true, force: true });
  const write = (address: string, content: string) => {
    mkdirSync(dirname(join(out, address)), { recursive: true });
    writeFileSync(join(out, address), content);
  };
  const copy = (from: string, address: string) => {
    mkdirSync(dirname(join(out, address)), { recursive: true });
    copyFileSync(from, join(out, address));
  };
  for (const [path, { title, headings, html }] of pages) {
    const pictured = await withPicture(path, html, write);
    const shown = { path, title, headings: isApiPage(path) ? [] : headings, html: pictured, sections, titleOf };
    write(addressOf(path), pageOf(shown));
  }
  for (const path of links.files) copy(join(ROOT, path), fileAddress(path));
  for (const name of notebooks) copy(join(NOTEBOOKS, name), `notebooks/${name}`);
  writeParts(write, copy, pages);
  return pages.size;
}

/** Style, fonts and search. */
function writeParts(
  write: (address: string, content: string) => void,
  copy: (from: string, address: string) => void,
  pages: ReadonlyMap<string, Rendered>,
): void {
  const fonts = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/inter/package.json"));
  const faces = readFileSync(join(fonts, "wght.css"), "utf8")
    .split("@font-face")
    .filter((face) => FONTS.some((name) => face.includes(`inter-${name}-wght-normal.woff2`)))
    .map((face) => `@font-face${face.replace(/\/\*.*\*\/\s*$/, "").replace("./files/", "./")}`);
  for (const name of FONTS)
    copy(join(fonts, `files/inter-${name}-wght-normal.woff2`), `site/inter-${name}-wght-normal.woff2`);
  copy(join(fonts, "LICENSE"), "site/inter-licence.txt");
  write("site/style.css", [...faces, colourVariables(), readFileSync(join(SITE, "style.css"), "utf8")].join("\n"));
  copy(join(SITE, "search.js"), "site/search.js");
  write("site/search-index.js", searchIndex(pages));
}

/** The page of a place begins with a chart of it, made from its files. */
async function withPicture(
  path: string,
  html: string,
  write: (address: string, content: string) => void,
): Promise<string> {
  const [, place] = /^scenarios\/([\w-]+)\/README\.md$/.exec(path) ?? [];
  if (place === undefined) return html;
  const name = "supply-and-demand.svg";
  const picture = await placePicture(join(ROOT, `scenarios/${place}/system.yaml`), name);
  write(`scenarios/${place}/${name}`, picture.svg);
  return html.replace("</h1>\n", `</h1>\n${picture.html}`);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".html"));
  } catch {
    return [];
  }
}
