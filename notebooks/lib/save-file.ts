import { element } from "./element.ts";

/** Hands the reader a file; nothing leaves the computer. */
export function saveFile(name: string, content: string | Blob, type = "text/plain"): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  // Not at once: a browser may still be asking where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name from a title: letters and digits joined by hyphens, whole words of them. */
export function fileName(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return (words.length > LONGEST ? words.slice(0, LONGEST).replace(/-[^-]*$/, "") : words) || "cadre";
}

const LONGEST = 60;
