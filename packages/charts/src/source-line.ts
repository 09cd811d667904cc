import type { Result } from "cadre";
import { oneLine, wrapText } from "./text-width.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * The line under a chart that says where its figures come from: title, publisher and date of every source of the
 * system, in the order of the system file. Without any source it says that the figures are the planner's own.
 *
 * @example
 * ```ts
 * import { sourceLine } from "@cadre/charts";
 * sourceLine({ sources: [{ id: "s", title: "Workforce strategy", publisher: "The county", published: "2019-09" }] });
 * // "Source: Workforce strategy (The county, September 2019)."
 * ```
 */
export function sourceLine(result: Pick<Result, "sources">): string {
  const named = result.sources.map(({ title, publisher, published }) => {
    const details = [publisher, published === undefined ? undefined : spokenDate(published)].filter(Boolean).join(", ");
    // A semicolon stands between sources, so not within one.
    return oneLine(details === "" ? title : `${title} (${details})`)
      .replace(/[.;]+$/, "")
      .replaceAll(";", ",");
  });
  if (named.length === 0) return "Source: the planner's own figures; the system names no source.";
  return `${named.length === 1 ? "Source" : "Sources"}: ${named.join("; ")}.`;
}

/** The lines of a source line that has room for `most`: whole sources, and how many more there are. */
export function wrapSources(line: string, options: { width: number; size: number; most: number }): string[] {
  const { most, ...room } = options;
  const all = wrapText(line, room);
  const named = line.replace(/\.$/, "").split("; ");
  if (all.length <= most || named.length === 1) return wrapText(line, options);
  for (let kept = named.length - 1; kept > 0; kept -= 1) {
    const shorter = wrapText(`${named.slice(0, kept).join("; ")}; and ${named.length - kept} more.`, room);
    if (shorter.length <= most) return shorter;
  }
  return wrapText(line, options);
}

function spokenDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  const month = parts?.[2] === undefined ? undefined : MONTHS[Number(parts[2]) - 1];
  if (parts === null || month === undefined) return date;
  return `${parts[3] === undefined ? "" : `${Number(parts[3])} `}${month} ${parts[1]}`;
}
