/** A part of the site: its title and its pages, by their path from the top folder of the repository. */
export interface Section {
  readonly title: string;
  readonly pages: readonly string[];
}

/** Pages made by the build from the tables of the model: reference.ts. */
export const TABLES = {
  measures: "docs/reference/measures.md",
  causes: "docs/reference/causes.md",
  parameters: "docs/reference/parameters.md",
} as const;

/** The sections in the order in which a reader needs them. A `*` stands for every file or folder of that name. */
const PATTERNS: readonly Section[] = [
  {
    title: "Start",
    pages: ["README.md", "docs/README.md", "docs/concepts.md", "docs/guide/commands.md", "CHANGELOG.md"],
  },
  {
    title: "Model your place",
    pages: [
      ...["model-your-own-place", "from-a-staff-list", "place-in-a-workbook", "official-figures", "system-file"].map(
        guide,
      ),
      ...["data/README.md", "data/*/README.md", "docs/limits.md"],
    ],
  },
  { title: "Decide", pages: [...["scenarios", "decide"].map(guide), "scenarios/*/README.md"] },
  {
    title: "Show it",
    pages: [...["notebooks", "board-pack", "results", "other-tools", "assurance"].map(guide), "docs/assurance.md"],
  },
  { title: "How it works", pages: ["docs/architecture.md", "docs/method/*.md", "tests/reference/*.md"] },
  {
    title: "Reference",
    pages: [...Object.values(TABLES), "docs/api/README.md", "packages/*/README.md", "CONTRIBUTING.md", "docs/style.md"],
  },
  { title: "Decisions", pages: ["docs/decisions/*.md"] },
];

/** Pages of the reference that typedoc writes: on the site, but too many for its contents. */
export const isApiPage = (path: string): boolean => path.startsWith("docs/api/") && path !== "docs/api/README.md";

/** The sections with the pages that there are. A page in no section, or in two, is an error that names it. */
export function sectionsOf(files: readonly string[]): Section[] {
  const known = [...files, ...Object.values(TABLES)].filter((path) => path.endsWith(".md") && !isApiPage(path));
  const sections = PATTERNS.map(({ title, pages }) => ({
    title,
    pages: pages.flatMap((pattern) => known.filter((path) => matches(path, pattern))),
  }));
  const times = (path: string) => sections.filter(({ pages }) => pages.includes(path)).length;
  const misplaced = known.filter((path) => times(path) !== 1);
  if (misplaced.length > 0)
    throw new Error(`Each page is in one section of docs/site/sections.ts: ${misplaced.join(", ")}`);
  return sections;
}

function guide(name: string): string {
  return `docs/guide/${name}.md`;
}

function matches(path: string, pattern: string): boolean {
  const [parts, wanted] = [path.split("/"), pattern.split("/")];
  return parts.length === wanted.length && wanted.every((one, i) => fits(parts[i] ?? "", one));
}

function fits(name: string, pattern: string): boolean {
  const [before = "", after] = pattern.split("*");
  return after === undefined ? name === pattern : name.startsWith(before) && name.endsWith(after);
}
